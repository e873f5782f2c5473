import type { AssessmentItem, ResponseDeclaration } from './assessment-item.ts';
import { scoreOf } from './score-item.ts';

/** What a choice gives, as shares of the points that one can have in the response. */
export interface ChoiceShares {
  readonly shares: ReadonlyMap<string, number>;
  /** `each`: rightly ticked or left, every choice counts the same. */
  readonly credit: 'shares' | 'each';
  /** The least that it comes to, 0 or below. */
  readonly least: number;
}

/**
 * Shares of single choices where the item gives them: by its mapping or by its conditions. Undefined where all or nothing
 * counts, or where it depends on what was ticked together.
 */
export function choiceShares(
  item: AssessmentItem,
  response: ResponseDeclaration,
  idents: readonly string[],
): ChoiceShares | undefined {
  const single = response.cardinality === 'single';
  const marks = (...given: readonly string[]): number | undefined =>
    scoreOf(item, { [response.identifier]: given });
  const nothing = marks() ?? 0;
  const alone = idents.map((ident) => marks(ident));
  if (alone.some((each) => each === undefined)) return undefined;
  const before = single && item.responses.size === 1 ? 0 : nothing;
  const gained = alone.map((each) => (each ?? 0) - before);
  const whole = single ? Math.max(...gained) : (bestOf(idents, gained, marks) ?? 0);
  if (!(whole > 0)) return undefined;
  if (!single && !addsUp(idents, gained, marks, nothing)) return undefined;
  if (!single && nothing > 0)
    return isEach(gained, nothing, whole) ? { shares: new Map(), credit: 'each', least: 0 } : undefined;
  const shares = new Map(idents.map((ident, at) => [ident, within((gained[at] ?? 0) / whole)]));
  return { shares, credit: 'shares', least: leastOf(idents, gained, marks, whole) };
}

type Marks = (...given: readonly string[]) => number | undefined;

const slack = 1e-6;
/** Sums of at most 1, to the sixth place. */
const within = (share: number): number => Math.round(Math.min(1, Math.max(-1, share)) * 1e6) / 1e6;

const ticked = (idents: readonly string[], gained: readonly number[], worth: (gain: number) => boolean) =>
  idents.filter((_, at) => worth(gained[at] ?? 0));

const bestOf = (idents: readonly string[], gained: readonly number[], marks: Marks): number | undefined =>
  marks(...ticked(idents, gained, (gain) => gain > 0));

/** Whether the choices that give something give it together too, and one alone is not all there is. */
function addsUp(
  idents: readonly string[],
  gained: readonly number[],
  marks: Marks,
  nothing: number,
): boolean {
  const right = ticked(idents, gained, (gain) => gain > 0);
  const sum = gained.filter((gain) => gain > 0).reduce((total, each) => total + each, nothing);
  const together = marks(...right);
  const wrong = ticked(idents, gained, (gain) => gain < 0)[0];
  if (together === undefined || right.length === 0 || together > sum + slack) return false;
  // less than the sum only where a bound cuts it off
  if (together < sum - slack && marks(...right.slice(0, -1)) !== together) return false;
  if (wrong === undefined) return true;
  const cost = gained[idents.indexOf(wrong)] ?? 0;
  const cut = marks(...right, wrong);
  return cut !== undefined && Math.abs(cut - (sum + cost)) < slack;
}

const isEach = (gained: readonly number[], nothing: number, whole: number): boolean =>
  gained.every((gain) => Math.abs(Math.abs(gain) - whole / gained.length) < slack) &&
  Math.abs(nothing - (gained.filter((gain) => gain < 0).length * whole) / gained.length) < slack;

/** What ticking all that is wrong comes to. */
function leastOf(idents: readonly string[], gained: readonly number[], marks: Marks, whole: number): number {
  const worst = marks(...ticked(idents, gained, (gain) => gain < 0));
  return within(Math.min(0, worst ?? 0) / whole);
}
