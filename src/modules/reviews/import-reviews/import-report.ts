/** Why rows were refused, counted by reason: a million refused rows take no more room than one. */
export interface RefusalReason {
  readonly reason: string;
  readonly count: number;
  /** The first few: where they stand, and what they name. */
  readonly examples: readonly string[];
}

const mostExamples = 5;
const mostReasons = 200;

export class ImportReport {
  read = 0;
  created = 0;
  updated = 0;
  unchanged = 0;
  refused = 0;
  /** Of those created: with words. */
  withWords = 0;
  readonly #reasons = new Map<string, { count: number; examples: string[] }>();

  refuse(where: string, reason: string, what?: string): void {
    this.refused += 1;
    const key = this.#reasons.has(reason) || this.#reasons.size < mostReasons ? reason : 'other reasons';
    const known = this.#reasons.get(key) ?? { count: 0, examples: [] };
    this.#reasons.set(key, known);
    known.count += 1;
    if (known.examples.length < mostExamples) known.examples.push(what ? `${where} (${what})` : where);
  }

  /** The most frequent first. */
  get reasons(): RefusalReason[] {
    return [...this.#reasons]
      .map(([reason, { count, examples }]) => ({ reason, count, examples }))
      .sort((one, other) => other.count - one.count);
  }
}
