import type { MoodleAnswer, MoodleQuestion } from './moodle-question.ts';
import { frameOf, type QuestionInput, type QuestionScene, textAtItem } from './question-scene.ts';

/** Words to type; `*` stands for anything in Moodle, so that such answers become patterns. */
export function shortAnswer(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  const right = question.answers.filter(({ fraction, plain }) => fraction > 0 && plain !== '');
  const wrong = question.answers.filter(
    ({ fraction, plain, feedback }) => fraction <= 0 && plain !== '*' && plain !== '' && feedback !== '',
  );
  if (right.length === 0) return undefined;
  const pattern = right.some(({ plain }) => hasStar(plain));
  const accepted = (answers: readonly MoodleAnswer[]) =>
    answers.map((answer) => ({
      text: (pattern ? patternOf(answer.plain) : answer.plain.replaceAll('\\*', '*')).slice(0, 500),
      credit: Math.min(1, Math.max(0, answer.fraction)),
      ...feedbackOf(answer, scene),
    }));
  const any = question.answers.find(({ plain, fraction }) => plain === '*' && fraction <= 0);
  const match = pattern ? 'pattern' : question.caseCounts ? 'exact' : 'words';
  return {
    ...frameOf(question, scene, question.html, any?.feedback),
    type: 'text',
    accepted: accepted(right),
    expected: accepted(wrong),
    match,
    ...(pattern && question.caseCounts && { caseCounts: true }),
  };
}

const hasStar = (text: string): boolean => /(^|[^\\])\*/.test(text);

const patternOf = (text: string): string =>
  text
    .split(/(\\\*|\*)/)
    .map((piece) =>
      piece === '*' ? '.*' : piece === '\\*' ? '\\*' : piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');

const feedbackOf = (answer: MoodleAnswer, scene: QuestionScene): { feedback?: string } => {
  const feedback = textAtItem(answer.feedback, answer.id, scene);
  return feedback === '' ? {} : { feedback };
};

/** A number with its tolerance; units are shown where Moodle asked for them. */
export function numericalQuestion(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  const { book } = scene.texts(question.id);
  const numbers = question.answers.filter(
    ({ plain }) => Number.isFinite(Number(plain.replace(',', '.'))) && plain !== '',
  );
  if (!numbers.some(({ fraction }) => fraction > 0)) return undefined;
  // wrong numbers that the author foresaw count nothing, and have their word
  const right = numbers.filter(({ fraction, feedback }) => fraction > 0 || feedback !== '');
  const any = question.answers.find(({ plain, fraction }) => plain === '*' && fraction <= 0);
  if (question.asksUnit || question.units.length > 1) book.lost('question-units', scene.label);
  const answers = right.map((answer) => ({
    value: answer.plain.replace(',', '.'),
    tolerance: answer.relative ? answer.tolerance * 100 : answer.tolerance,
    percent: answer.relative,
    credit: Math.min(1, Math.max(0, answer.fraction)),
    ...feedbackOf(answer, scene),
  }));
  const [unit] = question.units;
  return {
    ...frameOf(question, scene, question.html, any?.feedback),
    type: 'number',
    answers,
    ...(unit !== undefined && unit !== '' && { unit: unit.slice(0, 40) }),
  };
}
