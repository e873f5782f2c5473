import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { storableText } from '../../../platform/db/storable-text.ts';
import { publish } from '../../../platform/events/publish.ts';
import { demand } from '../../../platform/refusal.ts';
import { mayTeach, type Question } from '../../courses/index.ts';
import { workAssessed, type WorkAssessed } from '../events.ts';
import { judgedBy } from '../hand-in-work/criteria.ts';
import { readNumbers } from '../mark-answer/read-number.ts';
import {
  assessedMeanwhile,
  commentMissing,
  courseNotFound,
  levelsMissing,
  ownWork,
  pointsOutside,
  workNotFound,
  workReplaced,
} from '../refusals.ts';
import { scoreOf } from '../take-attempt/score-attempt.ts';
import {
  bankPoints,
  giveCredit,
  setScore,
  settleWork,
  type Verdict,
  workQueue,
  workToAssess,
  type WorkToAssess,
} from './work-desk.queries.ts';

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);

/** What waits in a course, oldest first. @throws Refusal 404 unless the actor teaches it */
export async function queueOf(db: Db, actor: Actor, courseId: string) {
  const queue = isUuid(courseId) ? await workQueue(db, courseId) : undefined;
  demand(queue !== undefined && mayTeach(queue.staff, actor), courseNotFound);
  return queue;
}

/** A piece of work to look at. @throws Refusal 404 unless the actor teaches its course */
export async function workFor(db: Db, actor: Actor, workId: string): Promise<WorkToAssess> {
  const work = isUuid(workId) ? await workToAssess(db, workId) : undefined;
  demand(work !== undefined && mayTeach(work.course.staff, actor), workNotFound);
  return work;
}

/** Nobody accepts their own work, unless its assignment leaves that to whoever handed it in. */
export const mayAssess = ({ personId, content }: WorkToAssess, actor: Actor): boolean =>
  personId !== actor.id || (content?.type === 'assignment' && content.assessedBy === 'self');

/** The question that it answers, where it stands in a set. */
export function questionIn(work: WorkToAssess): Question | undefined {
  if (work.content?.type !== 'questions') return undefined;
  return work.content.questions.find(({ id }) => id === work.questionId) ?? work.banked ?? undefined;
}

/** Points that can be given; 1 where what was asked is gone. */
export function mostPoints(work: WorkToAssess): number {
  if (work.content?.type === 'assignment') return work.content.points;
  return questionIn(work)?.points ?? 1;
}

/**
 * What the form of a teacher holds: levels of criteria or `points`, `comment`, `verdict`, and in `seen` when the work had
 * been assessed last (`seenOf`).
 */
export interface AssessInput {
  readonly workId: string;
  readonly form: URLSearchParams;
}

const mostComment = 20_000;

/** When the work had been assessed last, as forms carry it; empty where it was not. */
export const seenOf = ({ assessedAt }: Pick<WorkToAssess, 'assessedAt'>): string =>
  assessedAt?.toISOString() ?? '';

/**
 * Assesses a piece of work: levels of its criteria or points, words, and whether it is accepted or goes back to be worked on.
 * A question of a set is marked, and its attempt counts anew. Tells it as `assessment.work-assessed`.
 * The same verdict again changes nothing and is told to nobody.
 * @returns the next piece of work that waits
 * @throws Refusal 404 unless the actor teaches the course; 403 for work of their own; 422 for what is missing; 409 when a newer version came, or
 *   somebody else assessed it since the form was opened
 */
export async function assess(
  db: Db,
  actor: Actor,
  { workId, form }: AssessInput,
): Promise<{ readonly next: string | null }> {
  const work = await workFor(db, actor, workId);
  demand(mayAssess(work, actor), ownWork);
  const comment = storableText(form.get('comment') ?? '')
    .trim()
    .slice(0, mostComment);
  // a question of a set is marked, never sent back: its attempt may be closed
  const state = form.get('verdict') === 'rework' && work.questionId === '' ? 'rework' : 'accepted';
  demand(state === 'accepted' || comment !== '', commentMissing);
  const { levels, points } = judgementIn(work, form, state);
  const verdict: Judged = { state, levels, points, comment };
  if (!(await isNews(db, actor, { workId, ...verdict, seen: seenIn(form) }))) return { next: work.next };
  const score =
    work.questionId === ''
      ? { points, of: mostPoints(work), passed: state === 'accepted' }
      : await markQuestion(db, work, points);
  await tell(db, actor, work, { state, ...score });
  return { next: work.next };
}

/** Writes the verdict; false where it was said already. @throws Refusal 409 */
async function isNews(db: Db, actor: Actor, verdict: Omit<Verdict, 'by' | 'at'>): Promise<boolean> {
  const by = actor.kind === 'person' ? (actor.id ?? null) : null;
  if (await settleWork(db, { ...verdict, by, at: actor.now })) return true;
  const present = await workFor(db, actor, verdict.workId);
  demand(present.state !== 'replaced', workReplaced);
  demand(isSaid(present, verdict), assessedMeanwhile);
  return false;
}

function seenIn(form: URLSearchParams): Date | null {
  const at = Date.parse(form.get('seen') ?? '');
  return Number.isNaN(at) ? null : new Date(at);
}

type Judged = Pick<Verdict, 'state' | 'levels' | 'points' | 'comment'>;

function isSaid(present: WorkToAssess, { state, levels, points, comment }: Judged): boolean {
  const chosen = Object.entries(levels);
  return (
    present.state === state &&
    present.points === points &&
    present.comment === comment &&
    chosen.length === Object.keys(present.levels).length &&
    chosen.every(([id, level]) => present.levels[id] === level)
  );
}

function judgementIn(work: WorkToAssess, form: URLSearchParams, state: 'accepted' | 'rework') {
  const { content } = work;
  if (content?.type === 'assignment' && content.criteria.some(({ levels }) => levels.length > 0)) {
    const judged = judgedBy(content, form);
    demand(state === 'rework' || judged.missing.length === 0, levelsMissing);
    return judged;
  }
  const most = mostPoints(work);
  const typed = form.get('points') ?? '';
  if (state === 'rework' || (typed.trim() === '' && work.questionId === ''))
    return { levels: {}, points: state === 'rework' ? 0 : most };
  const points = readNumbers(typed)[0];
  demand(points !== undefined && points >= 0 && points <= most, () => pointsOutside(most));
  return { levels: {}, points };
}

/** The attempt with the credit that a person gave; its row stays locked, so that two of its questions add up. */
async function markQuestion(db: Db, work: WorkToAssess, points: number) {
  const { attemptId, questionId: key, content } = work;
  const most = mostPoints(work);
  const none = { points, of: most, passed: false };
  if (attemptId === null || content?.type !== 'questions') return none;
  const credit = most > 0 ? points / most : 1;
  const attempt = await giveCredit(db, { attemptId, key, credit });
  if (!attempt) return none;
  const own = new Map(content.questions.map((question) => [question.id, question.points]));
  const drawn = attempt.keys.filter((each) => !own.has(each));
  const banked = drawn.length === 0 ? {} : await bankPoints(db, work.course.id, drawn);
  const questions = attempt.keys.map((each) => ({ key: each, points: own.get(each) ?? banked[each] ?? 0 }));
  // the database sees rows as they were before the statement: the credit that was given stands in for the old one
  const credits = new Map([...Object.entries(attempt.credits), [key, credit] as const]);
  const score = scoreOf(questions, credits, content.rules);
  await setScore(db, attemptId, score);
  return { points: score.points, of: score.of, passed: score.passed };
}

async function tell(
  db: Db,
  actor: Actor,
  work: WorkToAssess,
  score: Pick<WorkAssessed, 'state' | 'points' | 'of' | 'passed'>,
): Promise<void> {
  const { id: workId, takerId, personId, blockId, questionId } = work;
  const data: WorkAssessed = {
    workId,
    takerId,
    personId,
    courseId: work.course.id,
    blockId,
    questionId,
    ...score,
  };
  await publish(db, actor, { name: workAssessed, version: 1, subject: work.course.id, data });
}
