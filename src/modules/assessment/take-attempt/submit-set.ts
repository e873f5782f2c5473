import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { readDeed } from '../ask-questions/field-name.ts';
import type { KeyedQuestion } from '../ask-questions/order-of-set.ts';
import type { HandedFile } from '../mark-answer/answer.ts';
import { isOver, questionsNow, type SetScene } from '../ask-questions/set-state.ts';
import { mostMegabytes } from '../keep-files/own-files.ts';
import { fileTooLarge, tooBusy } from '../refusals.ts';
import {
  type AttemptRow,
  type AttemptState,
  readAttempt,
  type Score,
  writeAttempt,
} from './attempts.queries.ts';
import { submissionOf } from './plan-answers.ts';
import { attemptOf, creditsOf, planDeed, type PlannedDeed } from './plan-deed.ts';
import { type Credits, isAllSent, noScore, scoreIn } from './score-attempt.ts';
import { startAgain, startAttempt } from './start-attempt.ts';

export interface SetInput extends Omit<SetScene, 'now' | 'takerId'> {
  /** Whose work it is: an enrolment of the actor's. */
  readonly takerId: string;
  readonly courseId: string;
}

export interface SubmitInput extends SetInput {
  /** What the browser sent. */
  readonly form: URLSearchParams;
  /** Files of the form, by the names of their fields, once they are in the storage. */
  readonly files?: ReadonlyMap<string, readonly HandedFile[]>;
  /** A file was left out because it is too large. */
  readonly tooLarge?: boolean | undefined;
}

export interface QuestionResult {
  readonly key: string;
  /** Null while a person has to look at it. */
  readonly credit: number | null;
  readonly points: number;
  readonly of: number;
}

/** Where the attempt stands after what was sent. */
export interface SetResult extends Score {
  /** Absent when nothing was answered yet. */
  readonly attemptId?: string;
  readonly attempt: number;
  /** Every question was sent, or the attempt is closed. */
  readonly finished: boolean;
  /** The best attempt so far, this one included. */
  readonly best: Score;
  /** Whether it came after the time: it is kept and does not count. */
  readonly late: boolean;
  /** False when all of it was known: a double click, a second tab, a replay. */
  readonly changed: boolean;
  /** Questions that were sent. */
  readonly perQuestion: readonly QuestionResult[];
}

/** Two tabs that press at the same moment: the second reads what the first wrote. */
const mostTries = 4;

/**
 * Takes what a browser sent of a set of questions and does what its button says: marks one question or all, keeps what
 * was typed, shows a hint, starts or closes an attempt. All that was typed is kept, at once, for ever. One statement
 * reads, one writes. Sending the same again changes nothing.
 * @throws Refusal 409 when no attempt is left, when the attempt was closed from another page, when a limited time was not
 *   started; 422 when a file is too large; the page then shows what was typed (`typedState`). 401 for visitors.
 */
export async function submitSet(db: Db, actor: Actor, input: SubmitInput): Promise<SetResult> {
  demand(!input.tooLarge, () => fileTooLarge(mostMegabytes));
  const form = { fields: input.form, ...(input.files ? { files: input.files } : {}) };
  const deed = readDeed(input.form);
  const scene: SetScene = { ...input, now: actor.now };
  if (deed.kind === 'start') return started(scene, await startAttempt(db, actor, input));
  if (deed.kind === 'again')
    return started(scene, await startAgain(db, actor, { ...input, number: attemptOf(form) }));
  const submission = submissionOf(form);
  const sent = { actor, takerId: input.takerId, courseId: input.courseId, scene, form, deed, submission };
  for (let tries = 0; tries < mostTries; tries += 1) {
    const row = await readAttempt(db, input.takerId, input.blockId, submission);
    const planned = row?.isReplay ? undefined : planDeed(sent, row);
    if (!planned) return { ...resultOf(scene, row), late: isLate(scene, row, attemptOf(form)) };
    if (await writeAttempt(db, planned)) return resultAfter(row, planned);
  }
  throw tooBusy();
}

const isLate = (scene: SetScene, row: AttemptRow | undefined, shown: number): boolean =>
  row !== undefined && shown === row.number && isOver(scene, row);

const started = (scene: SetScene, { row, changed }: { row: AttemptRow; changed: boolean }): SetResult => ({
  ...resultOf(scene, row),
  changed,
});

/** Where it stands when nothing changed. */
function resultOf(scene: SetScene, row: AttemptRow | undefined): SetResult {
  const questions = questionsNow(scene, row);
  const credits = creditsOf(row);
  return {
    ...(row ? { attemptId: row.id } : {}),
    attempt: row?.number ?? 1,
    ...scoreIn(row ?? noScore),
    best: row?.best ?? noScore,
    finished: row !== undefined && (row.submittedAt !== null || isAllSent(questions, credits)),
    late: false,
    changed: false,
    perQuestion: perQuestion(questions, credits),
  };
}

function resultAfter(row: AttemptRow | undefined, planned: PlannedDeed): SetResult {
  const { attempt, questions, credits, answers } = planned;
  return {
    attemptId: attempt.id,
    attempt: attempt.number,
    ...scoreIn(attempt),
    best: better(row?.best, attempt),
    finished: attempt.submittedAt !== null || isAllSent(questions, credits),
    late: answers.some(({ late }) => late),
    changed: true,
    perQuestion: perQuestion(questions, credits),
  };
}

function better(best: Score | undefined, attempt: AttemptState): Score {
  if (!best) return scoreIn(attempt);
  if (best.passed !== attempt.passed) return scoreIn(best.passed ? best : attempt);
  return scoreIn(attempt.points >= best.points ? attempt : best);
}

const perQuestion = (questions: readonly KeyedQuestion[], credits: Credits): QuestionResult[] =>
  questions.flatMap(({ key, question }) => {
    const credit = credits.get(key);
    return credit === undefined
      ? []
      : [{ key, credit, points: (credit ?? 0) * question.points, of: question.points }];
  });
