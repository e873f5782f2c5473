import type { QuestionOf } from '../../courses/index.ts';
import { type Expression, readExpression, type Variables } from './expression.ts';
import { type Mark, marked, nothing } from './mark.ts';
import { randomFrom, seedOf } from './seeded.ts';

type Formula = QuestionOf<'formula'>;

/** Right when both formulas have the same value at random points, the same points for everybody. */
export function markFormula(question: Formula, text: string): Mark {
  const names = question.variables.map((variable) => variable.name);
  const given = readExpression(text, names);
  const right = readExpression(question.answer, names);
  if (!given || !right) return nothing;
  return marked(equalAt(question, given, right) ? 1 : 0);
}

/** Whether a formula can be read at all: a slip of the pen costs no attempt. */
export const readsAsFormula = (question: Formula, text: string): boolean =>
  readExpression(
    text,
    question.variables.map((variable) => variable.name),
  ) !== undefined;

function equalAt(question: Formula, given: Expression, right: Expression): boolean {
  const random = randomFrom(seedOf(question.id + question.answer));
  let compared = 0;
  for (let tried = 0; tried < question.points_tried * 4 && compared < question.points_tried; tried += 1) {
    const at: Variables = Object.fromEntries(
      question.variables.map(({ name, from, to }) => [name, from + (to - from) * random()]),
    );
    const [one, other] = [given(at), right(at)];
    // where the right formula has no value, such as the root of a negative number, nothing is compared
    if (!Number.isFinite(other)) continue;
    compared += 1;
    const { tolerance, absolute } = question;
    const own = absolute === true ? tolerance : (tolerance / 100) * Math.abs(other);
    const allowed = own + 1e-9 * Math.max(1, Math.abs(other));
    if (!(Math.abs(one - other) <= allowed)) return false;
  }
  return compared > 0;
}
