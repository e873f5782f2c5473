import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Enrolment, Run } from '../find-place/place.ts';
import type { Entry } from '../ledger/entry.ts';
import type { ProgressRow } from '../record-progress/record.queries.ts';
import type { LearningTables } from '../tables.ts';

const of = (db: Db) => tables<LearningTables>(db);

/** Courses that somebody is enrolled in; the one of this slug where one is named. */
export async function enrolledCourses(
  db: Db,
  slug: string | undefined,
): Promise<{ readonly id: string; readonly slug: string }[]> {
  const { rows } = await sql<{ id: string; slug: string }>`select t.id, t.slug from courses.taught t
    where exists (select from learning.enrolment e where e.course_id = t.id)
      and (${slug ?? null}::text is null or t.slug = ${slug ?? null}) order by t.slug`.execute(of(db));
  return rows;
}

export interface EnrolmentToRebuild extends Pick<Enrolment, 'id' | 'enrolledAt' | 'lastUnitId'> {
  readonly run: Pick<Run, 'pacing' | 'startOn' | 'zone'>;
  readonly entries: readonly Entry[];
}

/** Enrolments of a course with their ledgers, a page at a time after an id; their progress is held meanwhile. */
export async function enrolmentsToRebuild(
  db: Db,
  courseId: string,
  after: string,
  most: number,
): Promise<EnrolmentToRebuild[]> {
  const { rows } = await sql<EnrolmentToRebuild>`
    with held as (
      select p.enrolment_id from learning.progress p join learning.enrolment e on e.id = p.enrolment_id
      where e.course_id = ${courseId}::uuid and e.id > ${after}::uuid order by e.id limit ${most} for update of p)
    select e.id, e.enrolled_at as "enrolledAt", e.last_unit_id as "lastUnitId",
      jsonb_build_object('pacing', r.pacing, 'startOn', r.start_on, 'zone', r.zone) as run,
      coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', y.kind, 'effect', y.effect,
          'unitId', y.unit_id, 'blockId', y.block_id)) || jsonb_build_object('data', y.data))
        from learning.entry y where y.enrolment_id = e.id), '[]') as entries
    from held join learning.enrolment e on e.id = held.enrolment_id join courses.offering r on r.id = e.run_id
    order by e.id`.execute(of(db));
  return rows;
}

export interface RebuiltProgress extends ProgressRow {
  readonly enrolmentId: string;
}

/** Writes what ledgers come to; returns for how many it was something else than before. */
export async function writeRebuilt(db: Db, rebuilt: readonly RebuiltProgress[], at: Date): Promise<number> {
  const list = rebuilt.map(({ tally, ...row }) => ({ ...row, ...tally }));
  const { rows } = await sql<{ id: string }>`
    update learning.progress p set seen = x.seen, blocks = x.blocks, by_hand = x."byHand", share = x.share,
      points = x.points, points_of = x."pointsOf", minutes_left = x."minutesLeft", next_unit_id = x."nextUnitId",
      revision = p.revision + 1, changed_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x("enrolmentId" uuid, seen text[], blocks jsonb,
      "byHand" boolean, share real, points real, "pointsOf" real, "minutesLeft" real, "nextUnitId" text)
    where p.enrolment_id = x."enrolmentId"
      and (p.seen, p.blocks, p.by_hand, p.share, p.points, p.points_of, p.minutes_left, p.next_unit_id) is distinct from
        (x.seen, x.blocks, x."byHand", x.share, x.points, x."pointsOf", x."minutesLeft", x."nextUnitId")
    returning p.enrolment_id as id`.execute(of(db));
  return rows.length;
}

export async function slugOfCourse(db: Db, courseId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    slug: string;
  }>`select slug from courses.taught where id = ${courseId}::uuid`.execute(of(db));
  return rows[0]?.slug;
}
