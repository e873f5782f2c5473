import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { ContentOf } from '../../content/blocks.ts';
import type { Question } from '../../content/questions.ts';
import { questionAsHtml } from '../question-as-html.ts';
import { type ProblemScene, responseOf } from './problem-responses.ts';

const showAnswer = {
  never: 'never',
  answered: 'attempted',
  right: 'correct_or_past_due',
  'attempts-used': 'after_all_attempts',
  'after-end': 'past_due',
} as const;

/** A set of questions as one problem. Undefined where none of them can be asked there; notes say what is missing. */
export function problemXml(
  title: string,
  { intro, questions, rules }: ContentOf<'questions'>,
  drawn: readonly Question[],
  scene: ProblemScene,
): string | undefined {
  const all = [...questions, ...drawn];
  const parts = all.map((question) => ({ question, response: responseOf(question, scene) }));
  const asked = parts.filter(({ response }) => response !== undefined);
  if (asked.length === 0) return undefined;
  noteRules(rules, all, scene);
  const inside = parts.map(({ question, response }) => {
    if (response !== undefined) return scene.text(question.prompt) + response;
    scene.note('question-shown-only', { type: question.type });
    return scene.text(questionAsHtml(question));
  });
  const hints = all.flatMap((question) =>
    question.hints.map((hint) => xmlElement('hint', [scene.text(hint)])),
  );
  const weight = asked.reduce((sum, { question }) => sum + question.points, 0);
  return xmlElement(
    'problem',
    [
      intro === undefined ? '' : scene.text(intro),
      ...inside,
      hints.length > 0 ? xmlElement('demandhint', hints) : '',
    ],
    {
      display_name: title,
      max_attempts: rules.attempts === undefined ? undefined : String(rules.attempts),
      showanswer: showAnswer[rules.showAnswers],
      weight: String(Math.round(weight * 1000) / 1000),
    },
  );
}

/** What a problem has no word for. */
function noteRules(
  rules: ContentOf<'questions'>['rules'],
  questions: readonly Question[],
  { note }: ProblemScene,
): void {
  if (rules.draw.length > 0) note('draw-fixed');
  if (rules.minutes !== undefined) note('time-left-out');
  if (rules.shuffle) note('shuffle-left-out');
  if (rules.passAt !== 0.5) note('pass-mark-left-out');
  if (new Set(questions.map(({ points }) => points)).size > 1) note('points-evened');
  if (questions.some(({ said }) => said !== undefined)) note('feedback-left-out');
  if (questions.some(({ competencies }) => competencies.length > 0)) note('competencies-left-out');
  if (questions.length > 1 && questions.some(({ type }) => type === 'gap')) note('gap-in-pieces');
  if (questions.length > 1 && questions.some(({ hints }) => hints.length > 0)) note('hints-together');
}
