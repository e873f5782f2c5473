/**
 * A rule that says no. It rolls the transaction back, and one handler shows it to the person.
 * Anything else that is thrown is a bug (500).
 */
export class Refusal extends Error {
  override name = 'Refusal';
  /** Stable and machine-readable: 'courses.not-found'. */
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429;
  /** Message key of the sentence that the person reads. */
  readonly messageKey: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Seconds to wait, for 429. */
  readonly retryAfter: number | undefined;
  /** The field of the form that it is about; the sentence then stands beside that field. */
  readonly field: string | undefined;

  constructor(
    status: Refusal['status'],
    code: string,
    messageKey: string,
    options: { values?: Record<string, string | number>; retryAfter?: number; field?: string } = {},
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.messageKey = messageKey;
    this.values = options.values ?? {};
    this.retryAfter = options.retryAfter;
    this.field = options.field;
  }
}

/** Throws the refusal unless the rule allows. */
export function demand(allowed: boolean, refusal: () => Refusal): asserts allowed {
  if (!allowed) throw refusal();
}
