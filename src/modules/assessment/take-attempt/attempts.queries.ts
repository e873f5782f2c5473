import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { storableJson } from '../../../platform/db/storable-text.ts';
import type { Answer } from '../mark-answer/answer.ts';
import type { AssessmentTables } from '../tables.ts';

const of = (db: Db) => tables<AssessmentTables>(db);

/** An answer as it is kept. */
export interface KeptAnswer {
  readonly key: string;
  readonly answer: Answer;
  readonly submitted: boolean;
  readonly late: boolean;
  readonly credit: number | null;
  /** Of the attempt, when it came. */
  readonly revision: number;
}

/** What an attempt came to. */
export interface Score {
  readonly points: number;
  readonly of: number;
  /** Of those, what a person has still to look at. */
  readonly waiting: number;
  readonly passed: boolean;
}

/** The latest attempt of somebody at a set, with the latest of each question's answers (one typed, one sent). */
export interface AttemptRow extends Score {
  readonly id: string;
  readonly number: number;
  readonly seed: number;
  readonly keys: readonly string[];
  readonly hints: Readonly<Record<string, number>>;
  readonly revision: number;
  readonly startedAt: Date;
  readonly dueAt: Date | null;
  readonly submittedAt: Date | null;
  readonly answers: readonly KeptAnswer[];
  /** The best attempt so far. */
  readonly best: Score;
  /** Whether something was kept under this id before. */
  readonly isReplay: boolean;
}

/** @param submission id under which answers of a form would be kept */
export async function readAttempt(
  db: Db,
  takerId: string,
  blockId: string,
  submission: string | null = null,
): Promise<AttemptRow | undefined> {
  return (await readAttempts(db, takerId, [blockId], submission)).get(blockId);
}

/** The latest attempt at each of several sets, by block, in one statement; sets that were not begun are left out. */
export async function readAttempts(
  db: Db,
  takerId: string,
  blockIds: readonly string[],
  submission: string | null = null,
): Promise<ReadonlyMap<string, AttemptRow>> {
  const { rows } = await sql<AttemptRow & { readonly blockId: string }>`
    select a.block_id as "blockId", a.id, a.number, a.seed, a.questions as keys, a.hints, a.revision,
      a.started_at as "startedAt", a.due_at as "dueAt",
      a.submitted_at as "submittedAt", a.points, a.points_of as "of", a.points_waiting as waiting, a.passed,
      (select coalesce(jsonb_agg(jsonb_build_object('key', x.question_id, 'answer', x.answer, 'submitted', x.submitted,
          'late', x.late, 'credit', x.credit, 'revision', x.revision)), '[]')
        from (select distinct on (question_id, submitted, late) * from assessment.answer where attempt_id = a.id
          order by question_id, submitted, late, revision desc) x) as answers,
      (select jsonb_build_object('points', b.points, 'of', b.points_of, 'waiting', b.points_waiting, 'passed', b.passed)
        from assessment.attempt b where b.taker_id = a.taker_id and b.block_id = a.block_id
        order by b.passed desc, b.points desc, b.number limit 1) as best,
      exists (select 1 from assessment.attempt b join assessment.answer x on x.attempt_id = b.id
        where b.taker_id = a.taker_id and b.block_id = a.block_id and x.id = ${submission}::uuid) as "isReplay"
    from (select distinct on (block_id) * from assessment.attempt
      where taker_id = ${takerId}::uuid and block_id = any(${[...blockIds]}::text[])
      order by block_id, number desc) a`.execute(of(db));
  return new Map(rows.map(({ blockId, ...row }) => [blockId, row]));
}

export interface NewAnswer {
  readonly id: string;
  readonly key: string;
  readonly answer: Answer;
  readonly submitted: boolean;
  readonly late: boolean;
  readonly credit: number | null;
  readonly at: Date;
}

/** Work of a question that a person has to look at: an essay or files. */
export interface NewWork {
  readonly id: string;
  readonly key: string;
  readonly text: string;
  readonly files: readonly unknown[];
}

export interface AttemptState extends Score {
  readonly id: string;
  readonly takerId: string;
  readonly personId: string;
  readonly courseId: string;
  readonly blockId: string;
  readonly number: number;
  readonly seed: number;
  readonly keys: readonly string[];
  readonly hints: Readonly<Record<string, number>>;
  /** As it was read; 0 for an attempt that begins. */
  readonly revision: number;
  readonly startedAt: Date;
  readonly dueAt: Date | null;
  readonly submittedAt: Date | null;
}

export interface Deed {
  readonly attempt: AttemptState;
  readonly answers: readonly NewAnswer[];
  readonly work: readonly NewWork[];
  readonly at: Date;
}

/**
 * Writes an attempt with what came with it, in one statement.
 * @returns false, with nothing written, when somebody else changed it since it was read
 */
export async function writeAttempt(db: Db, { attempt, answers, work, at }: Deed): Promise<boolean> {
  const a = attempt;
  const changed =
    a.revision === 0
      ? sql`insert into assessment.attempt (id, taker_id, person_id, course_id, block_id, number, seed, questions, hints,
          started_at, due_at, submitted_at, points, points_of, points_waiting, passed)
        values (${a.id}::uuid, ${a.takerId}::uuid, ${a.personId}::uuid, ${a.courseId}::uuid, ${a.blockId}, ${a.number},
          ${a.seed}, ${JSON.stringify(a.keys)}::jsonb, ${JSON.stringify(a.hints)}::jsonb, ${a.startedAt}, ${a.dueAt},
          ${a.submittedAt}, ${a.points}, ${a.of}, ${a.waiting}, ${a.passed})
        on conflict (taker_id, block_id, number) do nothing returning id, revision`
      : sql`update assessment.attempt set questions = ${JSON.stringify(a.keys)}::jsonb,
          hints = ${JSON.stringify(a.hints)}::jsonb, revision = revision + 1, due_at = ${a.dueAt},
          submitted_at = ${a.submittedAt}, points = ${a.points}, points_of = ${a.of}, points_waiting = ${a.waiting},
          passed = ${a.passed}
        where id = ${a.id}::uuid and revision = ${a.revision} returning id, revision`;
  const rows = await sql<{ done: boolean }>`
    with changed as (${changed}),
    said as (
      insert into assessment.answer (id, attempt_id, question_id, answer, submitted, late, credit, revision, at)
      select x.id, changed.id, x.key, x.answer, x.submitted, x.late, x.credit, changed.revision, x.at
      from changed, jsonb_to_recordset(${storableJson(rowsOf(answers))}::jsonb)
        as x (id uuid, key text, answer jsonb, submitted boolean, late boolean, credit double precision, at timestamptz)
      on conflict do nothing),
    ${handedIn(a, work, at)}
    select exists (select 1 from changed) as done`.execute(of(db));
  return rows.rows[0]?.done === true;
}

const rowsOf = (answers: readonly NewAnswer[]) =>
  answers.map((answer) => ({ ...answer, at: answer.at.toISOString() }));

/** A newer version of a piece of work takes the place of one that nobody has looked at yet. */
function handedIn(a: AttemptState, work: readonly NewWork[], at: Date) {
  if (work.length === 0) return sql`nothing_handed_in as (select 1)`;
  const keys = work.map(({ key }) => key);
  return sql`replaced as (
      update assessment.work w set state = 'replaced' from changed
      where w.taker_id = ${a.takerId}::uuid and w.block_id = ${a.blockId} and w.question_id = any(${keys}::text[])
        and w.state = 'waiting'),
    handed_in as (
      insert into assessment.work (id, taker_id, person_id, course_id, block_id, question_id, version, attempt_id, text, files,
        handed_in_at)
      select x.id, ${a.takerId}::uuid, ${a.personId}::uuid, ${a.courseId}::uuid, ${a.blockId}, x.key,
        1 + (select count(*) from assessment.work v where v.taker_id = ${a.takerId}::uuid and v.block_id = ${a.blockId}
          and v.question_id = x.key), changed.id, x.text, x.files, ${at}
      from changed, jsonb_to_recordset(${storableJson(work)}::jsonb) as x (id uuid, key text, text text, files jsonb)
      on conflict do nothing)`;
}
