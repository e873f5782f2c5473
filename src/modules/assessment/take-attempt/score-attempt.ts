import type { QuestionRules } from '../../courses/index.ts';
import type { KeyedQuestion } from '../ask-questions/order-of-set.ts';
import type { Score } from './attempts.queries.ts';

/** What floating sums of shares lose. */
const slack = 1e-9;

/** Credits of what was sent in time, by question; null waits for a person. */
export type Credits = ReadonlyMap<string, number | null>;

export const isAllSent = (questions: readonly KeyedQuestion[], credits: Credits): boolean =>
  questions.every(({ key }) => credits.has(key));

/**
 * Points of an attempt, and whether it is passed: the share of the points from which the rules pass it, of what a person
 * has not still to look at; until they have, their part counts as done. With `passAt` 0 answering everything is enough.
 */
export function scoreOf(questions: readonly KeyedQuestion[], credits: Credits, rules: QuestionRules): Score {
  let points = 0;
  let of = 0;
  let waiting = 0;
  for (const { key, question } of questions) {
    const credit = credits.get(key);
    of += question.points;
    if (credit === null) waiting += question.points;
    else points += (credit ?? 0) * question.points;
  }
  const marked = of - waiting;
  const isEnough = rules.passAt > 0 && marked > 0 && points >= rules.passAt * marked - slack;
  const isAnswered = credits.size > 0 && isAllSent(questions, credits);
  const passed = isEnough || (isAnswered && (rules.passAt === 0 || marked <= 0));
  return { points, of, waiting, passed };
}
