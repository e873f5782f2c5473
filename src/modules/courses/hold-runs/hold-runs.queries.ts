import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';
import type { Access, RunInput } from './run-form.ts';

const of = (db: Db) => tables<CoursesTables>(db);

export interface HeldRun {
  readonly id: string;
  readonly courseId: string;
  readonly title: string;
  readonly pacing: 'self' | 'scheduled';
  readonly startOn: string | null;
  readonly endOn: string | null;
  readonly enrolmentStartOn: string | null;
  readonly enrolmentEndOn: string | null;
  readonly zone: string;
  readonly access: Access;
  readonly hasCode: boolean;
  readonly seats: number | null;
  readonly state: 'draft' | 'open' | 'closed' | 'cancelled';
  readonly guests: readonly string[];
}

const columns = sql`r.id, r.course_id as "courseId", r.title, r.pacing, r.start_on as "startOn", r.end_on as "endOn",
  r.enrolment_start_on as "enrolmentStartOn", r.enrolment_end_on as "enrolmentEndOn", r.zone, r.access,
  r.code_hash is not null as "hasCode", r.seats, r.state,
  (select coalesce(jsonb_agg(g.address order by g.address), '[]') from courses.run_guest g where g.run_id = r.id) as guests`;

/** Every run of a course, the latest first. */
export async function runsOf(db: Db, courseId: string): Promise<HeldRun[]> {
  const { rows } = await sql<HeldRun>`
    select ${columns} from courses.run r where r.course_id = ${courseId}::uuid
    order by r.start_on desc nulls first, r.created_at desc, r.id`.execute(of(db));
  return rows;
}

export async function runById(db: Db, id: string): Promise<HeldRun | undefined> {
  const { rows } = await sql<HeldRun>`select ${columns} from courses.run r where r.id = ${id}::uuid`.execute(
    of(db),
  );
  return rows[0];
}

type RunRow = Omit<RunInput, 'guests' | 'id'>;

export interface NewRun extends RunRow {
  readonly id: string;
  readonly courseId: string;
  /** Open unless it says otherwise. */
  readonly state?: HeldRun['state'];
  readonly now: Date;
}

/** False when a run of this id is there already. */
export async function insertRun(db: Db, run: NewRun): Promise<boolean> {
  const done = await of(db)
    .insertInto('courses.run')
    .values({
      id: run.id,
      course_id: run.courseId,
      ...values(run),
      state: run.state ?? 'open',
      code_hash: null,
      created_at: run.now,
      changed_at: run.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0n) > 0;
}

export async function updateRun(db: Db, id: string, run: RunRow, now: Date): Promise<void> {
  await of(db)
    .updateTable('courses.run')
    .set({ ...values(run), changed_at: now })
    .where('id', '=', id)
    .execute();
}

const values = (run: RunRow) => ({
  title: run.title,
  pacing: run.pacing,
  start_on: run.startOn,
  end_on: run.endOn,
  enrolment_start_on: run.enrolmentStartOn,
  enrolment_end_on: run.enrolmentEndOn,
  zone: run.zone,
  access: run.access,
  seats: run.seats,
});

/** The guest list becomes this one; who stays keeps the day of the invitation. */
export async function setGuests(
  db: Db,
  runId: string,
  addresses: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    with given as (select unnest(${[...addresses]}::text[]) as address),
    gone as (delete from courses.run_guest where run_id = ${runId}::uuid and address not in (select address from given))
    insert into courses.run_guest (run_id, address, invited_at)
    select ${runId}::uuid, address, ${now}::timestamptz from given
    on conflict (run_id, address) do nothing`.execute(of(db));
}

export async function setRunState(db: Db, id: string, state: HeldRun['state'], now: Date): Promise<void> {
  await of(db).updateTable('courses.run').set({ state, changed_at: now }).where('id', '=', id).execute();
}

export async function setCodeHash(db: Db, id: string, hash: string, now: Date): Promise<void> {
  await of(db)
    .updateTable('courses.run')
    .set({ code_hash: hash, changed_at: now })
    .where('id', '=', id)
    .execute();
}
