import type { QuestionOf } from '../../courses/index.ts';
import { readExpression } from './expression.ts';
import { type Mark, marked, nothing } from './mark.ts';
import { readNumbers } from './read-number.ts';

type Accepted = QuestionOf<'number'>['answers'][number];

/** What binary fractions lose on the way: 0.1 + 0.2 is 0.3 for a learner. */
const slack = 1e-9;

/** The best of what the number as typed is worth, over the ways of reading it and all that is accepted. */
export function markNumber(question: QuestionOf<'number'>, text: string): Mark {
  const values = readNumbers(text, question.unit);
  const hits = question.answers
    .filter((accepted) => values.some((value) => accepts(accepted, value)))
    .toSorted((one, other) => other.credit - one.credit);
  const best = hits[0];
  return best === undefined ? nothing : marked(best.credit, best.feedback);
}

function accepts(accepted: Accepted, value: number): boolean {
  if ('from' in accepted) {
    const { from, to, openFrom, openTo } = accepted;
    return (openFrom ? value > from : value >= from) && (openTo ? value < to : value <= to);
  }
  const right = numberOf(accepted.value);
  if (right === undefined) return false;
  const tolerance = accepted.percent ? (Math.abs(right) * accepted.tolerance) / 100 : accepted.tolerance;
  return Math.abs(value - right) <= tolerance + slack * Math.max(Math.abs(right), Math.abs(value));
}

/** The author's number: "3/4", "2*pi", "1,5". */
export function numberOf(value: string): number | undefined {
  const number = readNumbers(value)[0] ?? readExpression(value)?.({});
  return number !== undefined && Number.isFinite(number) ? number : undefined;
}
