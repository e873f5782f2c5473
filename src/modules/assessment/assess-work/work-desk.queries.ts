import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { BlockContent, Question, StaffMember } from '../../courses/index.ts';
import type { HandedFile } from '../mark-answer/answer.ts';
import type { AssessmentTables, WorkState } from '../tables.ts';

const of = (db: Db) => tables<AssessmentTables>(db);

const team = sql`(select coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id, 'role', s.role)), '[]')
  from courses.team s where s.course_id = c.id)`;

/** A course as those see it who look after its learners' work. */
export interface TaughtCourse {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly staff: readonly StaffMember[];
}

export interface WaitingWork {
  readonly id: string;
  readonly learner: string | null;
  readonly blockTitle: string;
  readonly unitTitle: string;
  readonly version: number;
  readonly isQuestion: boolean;
  readonly handedInAt: string;
}

/** How many pieces of work stand on one page of the queue. */
export const queuePage = 50;

/** The course, and what waits to be looked at, oldest first; undefined when there is no such course. */
export async function workQueue(
  db: Db,
  courseId: string,
): Promise<(TaughtCourse & { readonly waiting: number; readonly work: readonly WaitingWork[] }) | undefined> {
  const rows = await sql<TaughtCourse & { waiting: number; work: WaitingWork[] }>`
    with block as materialized (
      select block_id, title, unit_title from courses.published_block where course_id = ${courseId}::uuid)
    select c.id, c.title, c.lang, ${team} as staff,
      (select count(*) from assessment.work w where w.course_id = c.id and w.state = 'waiting') as waiting,
      (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'learner', p.name, 'blockTitle', coalesce(nullif(b.title, ''), b.unit_title, ''),
          'unitTitle', coalesce(b.unit_title, ''), 'version', w.version, 'isQuestion', w.question_id <> '',
          'handedInAt', w.handed_in_at) order by w.handed_in_at, w.id), '[]')
        from (select * from assessment.work where course_id = c.id and state = 'waiting'
          order by handed_in_at, id limit ${queuePage}) w
        left join accounts.public_person p on p.id = w.person_id
        left join block b on b.block_id = w.block_id) as work
    from courses.taught_course c where c.id = ${courseId}::uuid`.execute(of(db));
  return rows.rows[0];
}

/** A piece of work with what was asked and who may look at it. */
export interface WorkToAssess {
  readonly id: string;
  readonly course: TaughtCourse;
  readonly takerId: string;
  readonly personId: string;
  readonly learner: string | null;
  readonly blockId: string;
  /** '' for an assignment. */
  readonly questionId: string;
  readonly attemptId: string | null;
  readonly version: number;
  readonly text: string;
  readonly files: readonly HandedFile[];
  readonly state: WorkState;
  readonly handedInAt: Date;
  readonly levels: Readonly<Record<string, string>>;
  readonly points: number | null;
  readonly comment: string;
  readonly assessedAt: Date | null;
  /** Of what learners see now; absent when the block is gone. */
  readonly content: BlockContent | null;
  readonly blockTitle: string;
  /** Of a question drawn from a bank. */
  readonly banked: Question | null;
  /** The next piece of work that waits, oldest first. */
  readonly next: string | null;
}

export async function workToAssess(db: Db, workId: string): Promise<WorkToAssess | undefined> {
  const rows = await sql<WorkToAssess>`
    select w.id, jsonb_build_object('id', c.id, 'title', c.title, 'lang', c.lang, 'staff', ${team}) as course,
      w.taker_id as "takerId", w.person_id as "personId", p.name as learner, w.block_id as "blockId",
      w.question_id as "questionId", w.attempt_id as "attemptId", w.version, w.text, w.files, w.state,
      w.handed_in_at as "handedInAt", w.levels, w.points, w.comment, w.assessed_at as "assessedAt", b.content,
      coalesce(nullif(b.title, ''), b.unit_title, '') as "blockTitle",
      (select q.question from courses.published_bank_question q
        where q.course_id = c.id and q.bank_id || '.' || q.question_id = w.question_id limit 1) as banked,
      (select n.id from assessment.work n where n.course_id = c.id and n.state = 'waiting' and n.id <> w.id
        order by n.handed_in_at, n.id limit 1) as next
    from assessment.work w join courses.taught_course c on c.id = w.course_id
    left join accounts.public_person p on p.id = w.person_id
    left join courses.published_block b on b.course_id = c.id and b.block_id = w.block_id
    where w.id = ${workId}::uuid`.execute(of(db));
  return rows.rows[0];
}

export interface Verdict {
  readonly workId: string;
  readonly state: 'accepted' | 'rework';
  readonly levels: Readonly<Record<string, string>>;
  readonly points: number;
  readonly comment: string;
  readonly by: string | null;
  readonly at: Date;
  /** When it had been assessed last, as far as the assessor saw. */
  readonly seen: Date | null;
}

/** False when a newer version took its place, or somebody else assessed it, in the meantime. */
export async function settleWork(db: Db, verdict: Verdict): Promise<boolean> {
  const result = await of(db)
    .updateTable('assessment.work')
    .set({
      state: verdict.state,
      levels: JSON.stringify(verdict.levels),
      points: verdict.points,
      comment: verdict.comment,
      assessed_at: verdict.at,
      assessed_by: verdict.by,
    })
    .where('id', '=', verdict.workId)
    .where('state', '<>', 'replaced')
    .where('assessed_at', 'is not distinct from', verdict.seen)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export interface Settled {
  readonly attemptId: string;
  readonly key: string;
  readonly credit: number;
}

/** The attempt's latest credits with the one that a person gave now; locked until the transaction ends. */
export async function giveCredit(
  db: Db,
  { attemptId, key, credit }: Settled,
): Promise<{ keys: string[]; credits: Record<string, number | null> } | undefined> {
  const rows = await sql<{ keys: string[]; credits: Record<string, number | null> }>`
    with attempt as (
      update assessment.attempt set revision = revision + 1 where id = ${attemptId}::uuid returning id, questions),
    given as (
      update assessment.answer x set credit = ${credit}
      where x.attempt_id = ${attemptId}::uuid and x.question_id = ${key} and x.submitted and not x.late
        and x.revision = (select max(y.revision) from assessment.answer y where y.attempt_id = x.attempt_id
          and y.question_id = x.question_id and y.submitted and not y.late)
      returning 1)
    select attempt.questions as keys, (select coalesce(jsonb_object_agg(question_id, credit), '{}')
      from (select distinct on (question_id) question_id, credit from assessment.answer
        where attempt_id = ${attemptId}::uuid and submitted and not late order by question_id, revision desc) z) as credits
    from attempt`.execute(of(db));
  return rows.rows[0];
}

export interface NewScore {
  readonly points: number;
  readonly of: number;
  readonly waiting: number;
  readonly passed: boolean;
}

export const setScore = (db: Db, attemptId: string, { points, of: all, waiting, passed }: NewScore) =>
  of(db)
    .updateTable('assessment.attempt')
    .set({ points, points_of: all, points_waiting: waiting, passed })
    .where('id', '=', attemptId)
    .execute();

/** Points of the questions of a course's banks, by key. */
export async function bankPoints(
  db: Db,
  courseId: string,
  keys: readonly string[],
): Promise<Record<string, number>> {
  const rows = await sql<{ key: string; points: number }>`
    select bank_id || '.' || question_id as key, coalesce((question ->> 'points')::float8, 1) as points
    from courses.published_bank_question
    where course_id = ${courseId}::uuid and bank_id || '.' || question_id = any(${keys}::text[])`.execute(
    of(db),
  );
  return Object.fromEntries(rows.rows.map(({ key, points }) => [key, points]));
}
