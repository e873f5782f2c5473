import type { QuestionRules } from '../../courses/index.ts';
import type { Score } from './attempts.queries.ts';

export const noScore: Score = { points: 0, of: 0, waiting: 0, passed: false };

/** The score alone, of something that has one among other things. */
export const scoreIn = ({ points, of, waiting, passed }: Score): Score => ({ points, of, waiting, passed });

/** What floating sums of shares lose. */
const slack = 1e-9;

/** A question as far as its points go. */
export interface Pointed {
  readonly key: string;
  readonly points: number;
}

/** Credits of what was sent in time, by question; null waits for a person. */
export type Credits = ReadonlyMap<string, number | null>;

export const isAllSent = (questions: readonly { readonly key: string }[], credits: Credits): boolean =>
  questions.every(({ key }) => credits.has(key));

/**
 * Points of an attempt, and whether it is passed: the share of its points from which the rules pass it. What a person has
 * still to look at counts for nothing until they have. With `passAt` 0, or nothing to be had, answering everything is enough.
 * Answers that take points away take them from the others of the set, never below nothing.
 */
export function scoreOf(questions: readonly Pointed[], credits: Credits, rules: QuestionRules): Score {
  let points = 0;
  let of = 0;
  let waiting = 0;
  for (const { key, points: most } of questions) {
    const credit = credits.get(key);
    of += most;
    if (credit === null) waiting += most;
    else points += (credit ?? 0) * most;
  }
  points = Math.max(0, points);
  const asksNothing = rules.passAt === 0 || of <= 0;
  const isAnswered = credits.size > 0 && isAllSent(questions, credits);
  const passed = asksNothing ? isAnswered : points >= rules.passAt * of - slack;
  return { points, of, waiting, passed };
}
