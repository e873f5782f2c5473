import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Run } from '../find-place/place.ts';
import type { LearningTables } from '../tables.ts';

const of = (db: Db) => tables<LearningTables>(db);

/** What a course is offered as, the next to begin first; cancelled ones and those that ended long before are left out. */
export async function runsOf(db: Db, courseId: string, today: string): Promise<Run[]> {
  const { rows } = await sql<Run>`select id, title, pacing, start_on as "startOn", end_on as "endOn",
      enrolment_start_on as "enrolmentStartOn", enrolment_end_on as "enrolmentEndOn", zone, access, seats, state
    from courses.offering where course_id = ${courseId}::uuid and state <> 'cancelled'
      and (end_on is null or end_on >= ${today}::date - 400)
    order by pacing = 'scheduled', end_on < ${today}::date nulls first, start_on, id limit 20`.execute(
    of(db),
  );
  return rows;
}

export interface NewEnrolment {
  readonly id: string;
  readonly runId: string;
  readonly courseId: string;
  /** Null: as many as come. */
  readonly seats: number | null;
  readonly personId: string;
  readonly toldVersion: number;
  readonly charterHash: string | null;
  readonly nextUnitId: string | null;
  readonly minutesLeft: number;
  readonly pointsOf: number;
  readonly at: Date;
}

/** Those who join a run with few seats, or leave it, come one after the other. */
export const holdSeats = (db: Db, runId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('learning.seats:' || ${runId}, 0))`.execute(of(db));

const isFull = (
  row: NewEnrolment,
) => sql`(${row.seats}::int is not null and (select count(*) from learning.enrolment o
  where o.run_id = ${row.runId}::uuid and o.person_id <> ${row.personId}::uuid and o.state in ('active', 'completed')) >= ${row.seats}::int)`;

/**
 * Enrols somebody, or brings back who left; where all seats are taken they wait. Joining twice changes nothing. Returns the
 * enrolment's id.
 */
export async function insertEnrolment(db: Db, row: NewEnrolment): Promise<string> {
  if (row.seats !== null) await holdSeats(db, row.runId);
  const { rows } = await sql<{ id: string }>`
    with joined as (
      insert into learning.enrolment (id, run_id, course_id, person_id, state, enrolled_at, told_version, charter_hash, charter_at)
      values (${row.id}::uuid, ${row.runId}::uuid, ${row.courseId}::uuid, ${row.personId}::uuid,
        case when ${isFull(row)} then 'waiting' else 'active' end, ${row.at},
        ${row.toldVersion}, ${row.charterHash}, ${row.charterHash === null ? null : row.at})
      on conflict (run_id, person_id) do update set
        state = case when enrolment.state <> 'left' then enrolment.state
          when enrolment.completed_at is null then excluded.state else 'completed' end,
        charter_hash = coalesce(excluded.charter_hash, enrolment.charter_hash),
        charter_at = coalesce(excluded.charter_at, enrolment.charter_at)
      returning id)
    insert into learning.progress (enrolment_id, next_unit_id, minutes_left, points_of, changed_at)
    select id, ${row.nextUnitId}, ${row.minutesLeft}, ${row.pointsOf}, ${row.at} from joined
    on conflict (enrolment_id) do update set changed_at = learning.progress.changed_at
    returning enrolment_id as id`.execute(of(db));
  const [found] = rows;
  if (!found) throw new Error('an enrolment that was written is gone');
  return found.id;
}

/** Whether somebody learns in a course: its files are then theirs to read. */
export async function takesPart(
  db: Db,
  { personId, courseId }: { readonly personId: string; readonly courseId: string },
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from learning.enrolment
    where course_id = ${courseId}::uuid and person_id = ${personId}::uuid
      and state in ('active', 'completed')) as found`.execute(of(db));
  return rows[0]?.found === true;
}

/** How many people came to a course, and how many of them finished it; whoever only waits for a seat did not come. */
export async function countLearners(
  db: Db,
  courseId: string,
): Promise<{ readonly learners: number; readonly finished: number }> {
  const { rows } = await sql<{ learners: number; finished: number }>`
    select count(distinct person_id)::int as learners,
      (count(distinct person_id) filter (where completed_at is not null))::int as finished
    from learning.enrolment where course_id = ${courseId}::uuid and state <> 'waiting'`.execute(of(db));
  return rows[0] ?? { learners: 0, finished: 0 };
}
