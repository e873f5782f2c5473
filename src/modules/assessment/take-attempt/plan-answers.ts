import { createHash } from 'node:crypto';
import { setFields, type SetDeed } from '../ask-questions/field-name.ts';
import type { KeyedQuestion } from '../ask-questions/order-of-set.ts';
import { type LearnerForm, problemOf, readAnswer } from '../ask-questions/read-answer.ts';
import { keptOf } from '../ask-questions/set-state.ts';
import type { Answer } from '../mark-answer/answer.ts';
import { isBlank } from '../mark-answer/answer.ts';
import { markAnswer } from '../mark-answer/mark-answer.ts';
import type { AttemptRow, NewAnswer } from './attempts.queries.ts';

/** A UUID made of a text. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/**
 * Id under which the answers of a form are kept: of the id that the page made and of what the form holds. So a double
 * click or a replay is the same, and answers changed on a page that a browser went back to are not lost.
 */
export function submissionOf({ fields, files }: LearnerForm): string {
  const fileKeys = [...(files ?? [])].map(([name, list]) => [name, list.map(({ key }) => key)]);
  return uuidOf(JSON.stringify([[...fields].toSorted(), fileKeys]));
}

export interface PlanScene {
  readonly questions: readonly KeyedQuestion[];
  /** The attempt that is answered; undefined for one that begins. */
  readonly row: AttemptRow | undefined;
  readonly form: LearnerForm;
  readonly deed: SetDeed;
  /** Whether a question that was sent stays as it is. */
  readonly isLimited: boolean;
  readonly submission: string;
  readonly now: Date;
}

/** What of a form is new: answers to mark, and what was typed beside them; what did not change is left out. */
export function planAnswers(scene: PlanScene): NewAnswer[] {
  return askedIn(scene).flatMap(({ key, question }) => {
    const { sent, typed } = keptOf(scene.row, key);
    if (scene.isLimited && sent) return [];
    const last = typed ?? sent;
    const answer = readAnswer(question, key, scene.form) ?? typed?.answer;
    if (answer === undefined) return [];
    const isNew = last === undefined ? !isBlank(answer) : !sameAnswer(last.answer, answer);
    const isWanted = wants(scene.deed, key);
    const problem =
      problemOf(question, answer) ?? (isBlank(answer) && isWanted === 'with-all' ? 'blank' : undefined);
    if (isWanted && problem === undefined)
      return isNew || typed || !sent ? [answerRow(scene, { key, question }, answer, true)] : [];
    // an empty answer that was sent on its own is kept too, so that the page can say what is missing
    return isNew || (isWanted === 'alone' && !last)
      ? [answerRow(scene, { key, question }, answer, false)]
      : [];
  });
}

/** What came after the time: kept beside what counts. */
export function planLate(scene: PlanScene): NewAnswer[] {
  return askedIn(scene).flatMap(({ key, question }) => {
    const { sent, typed, late } = keptOf(scene.row, key);
    const answer = readAnswer(question, key, scene.form);
    if (answer === undefined || isBlank(answer)) return [];
    const isKnown = [sent, typed, late].some((kept) => kept && sameAnswer(kept.answer, answer));
    return isKnown ? [] : [{ ...answerRow(scene, { key, question }, answer, true), late: true }];
  });
}

/** What was typed in time and never sent counts when the time is over, as if it had been sent at its end. */
export function planTypedInTime(scene: PlanScene, dueAt: Date): NewAnswer[] {
  return scene.questions.flatMap(({ key, question }) => {
    const { typed } = keptOf(scene.row, key);
    if (!typed || problemOf(question, typed.answer) !== undefined) return [];
    const row = answerRow(scene, { key, question }, typed.answer, true);
    return [{ ...row, id: uuidOf(`${scene.submission}:in time`), at: dueAt }];
  });
}

function askedIn({ questions, form }: PlanScene): KeyedQuestion[] {
  const asked = new Set(form.fields.getAll(setFields.asked));
  return questions.filter(({ key }) => asked.has(key));
}

function wants(deed: SetDeed, key: string): 'alone' | 'with-all' | false {
  if (deed.kind === 'finish') return 'with-all';
  if (deed.kind !== 'check') return false;
  if (deed.key === undefined) return 'with-all';
  return deed.key === key ? 'alone' : false;
}

function answerRow(
  { submission, now }: PlanScene,
  { key, question }: KeyedQuestion,
  answer: Answer,
  submitted: boolean,
): NewAnswer {
  const credit = submitted ? markAnswer(question, answer).credit : null;
  return { id: submission, key, answer, submitted, late: false, credit, at: now };
}

export const sameAnswer = (one: Answer, other: Answer): boolean => canonical(one) === canonical(other);

/** The database keeps the fields of an object in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
