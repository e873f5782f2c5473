import type { Bank, Question, QuestionRules } from '../../courses/index.ts';
import type { Answer } from '../mark-answer/answer.ts';
import type { Mark } from '../mark-answer/mark.ts';
import { markAnswer } from '../mark-answer/mark-answer.ts';
import { seedOf } from '../mark-answer/seeded.ts';
import type { AttemptRow, KeptAnswer, Score } from '../take-attempt/attempts.queries.ts';
import { noScore, scoreIn } from '../take-attempt/score-attempt.ts';
import {
  itemsToOrder,
  type KeyedQuestion,
  type QuestionsContent,
  questionsOf,
  questionsOfAttempt,
} from './order-of-set.ts';
import { type Problem, problemOf } from './read-answer.ts';
import { mayReveal, mayTellMarks } from './reveal.ts';

/** What a person was granted beyond the rules of the set. */
export interface Extensions {
  readonly minutes?: number;
  readonly attempts?: number;
}

/**
 * `look`: nobody may answer (not enrolled); `to-start`: a limited time waits for its button; `open`: questions are asked;
 * `retry`: finished, and may be answered again as it stands; `again`: finished, and may be begun anew; `done`: finished.
 */
export type SetPhase = 'look' | 'to-start' | 'open' | 'retry' | 'again' | 'done';

export interface ShownMark extends Mark {
  readonly points: number;
  readonly of: number;
}

export interface QuestionState {
  readonly key: string;
  /** Choices and targets stand in the order in which they are shown. */
  readonly question: Question;
  /** Of an order question: ids of its items as they are shown. */
  readonly shownOrder?: readonly string[];
  /** As typed or sent last. */
  readonly answer?: Answer;
  /** What is wrong with what was typed, so that it could not be marked. */
  readonly problem?: Problem;
  /** Sent, and not changed since. */
  readonly submitted: boolean;
  /** Came after the time: kept, does not count. */
  readonly late: boolean;
  /** Absent until it is submitted, and while the rules keep marks back. */
  readonly mark?: ShownMark;
  /** Whether the right answer and the explanation may be shown. */
  readonly revealed: boolean;
  /** How many of its hints were asked for. */
  readonly hintsShown: number;
  readonly locked: boolean;
}

export interface SetState extends Score {
  readonly blockId: string;
  readonly intro?: string;
  readonly rules: QuestionRules;
  readonly phase: SetPhase;
  readonly questions: readonly QuestionState[];
  /** Number of the attempt that the page asks for, from 1. */
  readonly attempt: number;
  readonly attemptId?: string;
  /** Absent where one may try as often as one likes. */
  readonly attemptsLeft?: number;
  readonly dueAt?: Date;
  /** Seconds that are left of the time; 0 when it is over. */
  readonly secondsLeft?: number;
  readonly finished: boolean;
  readonly best: Score;
  /** Whether marks may be told by now. */
  readonly tellsMarks: boolean;
  /** When marks are told that are kept back until then. */
  readonly marksAt?: Date;
}

/** How long after the end of its time an answer that travelled still counts. */
export const graceSeconds = 10;

export interface SetScene {
  readonly takerId?: string | undefined;
  readonly blockId: string;
  readonly content: QuestionsContent;
  readonly banks: readonly Bank[];
  readonly now: Date;
  readonly extensions?: Extensions | undefined;
  /** When the run is over, for rules that wait for it. */
  readonly endsAt?: Date | undefined;
}

export function attemptsAllowed({ content, extensions }: SetScene): number | undefined {
  const { attempts } = content.rules;
  return attempts === undefined ? undefined : attempts + (extensions?.attempts ?? 0);
}

/** Whether a new attempt asks other questions, or has a time of its own: it then begins with a button. */
export const isRenewed = ({ draw, minutes }: QuestionRules): boolean =>
  draw.length > 0 || minutes !== undefined;

/** Whether an attempt closes once all is answered; else one may go on mending answers. */
export const closes = (scene: SetScene): boolean =>
  attemptsAllowed(scene) !== undefined || isRenewed(scene.content.rules);

/** When the time of an attempt ends, with the minutes that the person was granted. */
export function dueOf({ extensions }: SetScene, row: AttemptRow | undefined): Date | null {
  if (!row?.dueAt) return null;
  return new Date(row.dueAt.getTime() + (extensions?.minutes ?? 0) * 60_000);
}

/** Whether the time is over, what travelled included. */
export function isOver(scene: SetScene, row: AttemptRow | undefined): boolean {
  const dueAt = dueOf(scene, row);
  return dueAt !== null && scene.now.getTime() > dueAt.getTime() + graceSeconds * 1000;
}

/** Order and draw of somebody's attempt. */
export const seedFor = ({ takerId, blockId }: SetScene, number: number): number =>
  seedOf(`${takerId ?? ''}:${blockId}:${number}`);

/** The questions that are asked now. */
export function questionsNow(scene: SetScene, row: AttemptRow | undefined): KeyedQuestion[] {
  const { content, banks } = scene;
  if (!row) return questionsOf(content, banks, seedFor(scene, 1));
  return questionsOfAttempt(content, banks, {
    seed: row.seed,
    keys: row.keys,
    isOpen: row.submittedAt === null,
  });
}

export function phaseOf(scene: SetScene, row: AttemptRow | undefined): SetPhase {
  const { rules } = scene.content;
  if (scene.takerId === undefined) return 'look';
  if (!row) return rules.minutes === undefined ? 'open' : 'to-start';
  if (row.submittedAt === null && !isOver(scene, row)) return 'open';
  const allowed = attemptsAllowed(scene);
  const isUsed = allowed !== undefined && row.number >= allowed;
  const isAllRight = row.waiting === 0 && row.points >= row.of && row.submittedAt !== null;
  if (isUsed || (isAllRight && !isRenewed(rules))) return 'done';
  return isRenewed(rules) ? 'again' : 'retry';
}

/** All that a page needs of a set of questions, from its content and what somebody did with it. */
export function setStateOf(scene: SetScene, row: AttemptRow | undefined): SetState {
  const { content, now, blockId } = scene;
  const { rules } = content;
  const phase = phaseOf(scene, row);
  const allowed = attemptsAllowed(scene);
  const closed = row !== undefined && (row.submittedAt !== null || isOver(scene, row));
  const attempt = row === undefined ? 1 : row.number + (phase === 'retry' || phase === 'again' ? 1 : 0);
  const isUsed = phase === 'done';
  const reveal = { rules, now, endsAt: scene.endsAt, isUsed };
  const tellsMarks = mayTellMarks(reveal);
  const seed = row?.seed ?? seedFor(scene, 1);
  const asked = questionsNow(scene, row).map((each) =>
    questionState(each, row, { ...reveal, phase, isLimited: closes(scene), tellsMarks, seed }),
  );
  return {
    blockId,
    ...(content.intro === undefined ? {} : { intro: content.intro }),
    rules,
    phase,
    questions: asked,
    attempt,
    ...(row === undefined ? {} : { attemptId: row.id }),
    ...(allowed === undefined ? {} : { attemptsLeft: leftOf(allowed, row, closed) }),
    ...timeOf(dueOf(scene, row), row, now),
    finished: closed || (row !== undefined && asked.every((each) => each.submitted)),
    ...scoreIn(row ?? noScore),
    best: row?.best ?? noScore,
    tellsMarks,
    ...(!tellsMarks && scene.endsAt ? { marksAt: scene.endsAt } : {}),
  };
}

/** Attempts that can still be finished, the one under way included. */
const leftOf = (allowed: number, row: AttemptRow | undefined, closed: boolean): number =>
  Math.max(0, allowed - (row?.number ?? 0) + (row && !closed ? 1 : 0));

function timeOf(
  dueAt: Date | null,
  row: AttemptRow | undefined,
  now: Date,
): Pick<SetState, 'dueAt' | 'secondsLeft'> {
  if (!dueAt || !row || row.submittedAt) return {};
  return { dueAt, secondsLeft: Math.max(0, Math.floor((dueAt.getTime() - now.getTime()) / 1000)) };
}

interface QuestionScene {
  readonly rules: QuestionRules;
  readonly now: Date;
  readonly endsAt: Date | undefined;
  readonly isUsed: boolean;
  readonly phase: SetPhase;
  readonly isLimited: boolean;
  readonly tellsMarks: boolean;
  readonly seed: number;
}

function questionState(
  { key, question }: KeyedQuestion,
  row: AttemptRow | undefined,
  scene: QuestionScene,
): QuestionState {
  const kept = keptOf(row, key);
  const { typed, sent, late } = kept;
  const submitted = sent !== undefined;
  const last = typed ?? sent ?? late;
  const isOpen = scene.phase === 'open' || scene.phase === 'retry';
  const problem = typed === undefined ? undefined : problemOf(question, typed.answer);
  const mark = sent !== undefined && scene.tellsMarks ? shownMark(question, sent) : undefined;
  return {
    key,
    question,
    ...(question.type === 'order'
      ? { shownOrder: itemsToOrder(question.items, scene.seed ^ seedOf(key)).map(({ id }) => id) }
      : {}),
    ...(last === undefined ? {} : { answer: last.answer }),
    ...(problem === undefined || !isOpen ? {} : { problem }),
    submitted,
    late: !submitted && late !== undefined,
    ...(mark === undefined ? {} : { mark }),
    revealed: submitted && mayReveal(scene, sent.credit),
    hintsShown: Math.min(row?.hints[key] ?? 0, question.hints.length),
    locked: !isOpen || (scene.phase === 'open' && scene.isLimited && submitted),
  };
}

/** The latest answers of a question: typed after the one that was sent, sent, sent too late. */
export function keptOf(row: AttemptRow | undefined, key: string) {
  const own = row?.answers.filter((answer) => answer.key === key) ?? [];
  const sent = own.find((answer) => answer.submitted && !answer.late);
  const typed = own.find((answer) => !answer.submitted);
  const isNewer = typed !== undefined && (sent === undefined || typed.revision > sent.revision);
  return {
    sent,
    typed: isNewer ? typed : undefined,
    late: own.find((answer) => answer.late),
  };
}

function shownMark(question: Question, sent: KeptAnswer): ShownMark {
  const { feedback, parts } = markAnswer(question, sent.answer);
  return {
    credit: sent.credit,
    feedback,
    ...(parts === undefined ? {} : { parts }),
    points: (sent.credit ?? 0) * question.points,
    of: question.points,
  };
}
