import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Outline, StaffMember } from '../../courses/index.ts';
import type { UnitRating } from '../find-place/place.ts';
import type { LearningTables } from '../tables.ts';
import type { Fault } from './tell-author.ts';

const of = (db: Db) => tables<LearningTables>(db);

export interface CourseToImprove {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly staff: readonly StaffMember[];
  /** Null while it was never published. */
  readonly outline: Outline | null;
  readonly changedAt: Date;
}

/** A course with who works on it, drafts included. */
export async function courseToImprove(db: Db, courseId: string): Promise<CourseToImprove | undefined> {
  const { rows } = await sql<CourseToImprove>`
    select c.id, c.title, c.lang, t.outline, l.changed_at as "changedAt",
      coalesce((select jsonb_agg(jsonb_build_object('personId', s.person_id, 'role', s.role))
        from courses.team s where s.course_id = c.id), '[]') as staff
    from courses.taught_course c join courses.last_change l on l.course_id = c.id
    left join courses.taught t on t.id = c.id where c.id = ${courseId}::uuid`.execute(of(db));
  return rows[0];
}

export interface OpenReport {
  readonly id: string;
  readonly unitId: string;
  /** '' is the whole unit. */
  readonly blockId: string;
  readonly fault: Fault;
  readonly words: string;
  /** ISO instant. */
  readonly at: string;
  /** Who said it, only where they may be written to. */
  readonly name: string | null;
  readonly address: string | null;
}

export interface Voices {
  /** The oldest first, up to a hundred. */
  readonly reports: readonly OpenReport[];
  readonly open: number;
  /** How many learners wait for an answer to what they wrote. */
  readonly waiting: number;
  /** By unit. */
  readonly ratings: Readonly<Record<string, Readonly<Record<UnitRating, number>>>>;
}

const reportsShown = 100;

/** What learners of all runs of a course said. */
export async function voicesOf(db: Db, courseId: string): Promise<Voices> {
  const { rows } = await sql<Voices>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'unitId', f.unit_id, 'blockId', f.block_id,
          'fault', f.fault, 'words', f.words, 'at', f.at, 'name', a.name, 'address', a.address) order by f.at, f.id), '[]')
        from (select * from learning.fault_report where course_id = ${courseId}::uuid and state = 'open'
          order by at, id limit ${reportsShown}) f
        join learning.enrolment e on e.id = f.enrolment_id
        left join accounts.reachable_person a on a.id = e.person_id and f.may_write) as reports,
      (select count(*)::int from learning.fault_report
        where course_id = ${courseId}::uuid and state = 'open') as open,
      (select count(*)::int from learning.conversation
        where course_id = ${courseId}::uuid and waiting_since is not null) as waiting,
      (select coalesce(jsonb_object_agg(unit_id, jsonb_build_object('clear', clear, 'so-so', so_so, 'lost', lost)), '{}')
        from (select r.unit_id, count(*) filter (where r.rating = 'clear') as clear,
            count(*) filter (where r.rating = 'so-so') as so_so, count(*) filter (where r.rating = 'lost') as lost
          from learning.enrolment e join learning.unit_rating r on r.enrolment_id = e.id
          where e.course_id = ${courseId}::uuid group by r.unit_id) u) as ratings`.execute(of(db));
  const [row] = rows;
  if (!row) throw new Error('a select without a condition gave no row');
  return row;
}

export interface CourseFigures {
  readonly enrolled: number;
  /** By unit: how many people finished it. */
  readonly seen: Readonly<Record<string, number>>;
  /** By block with questions. */
  readonly sets: Readonly<Record<string, { readonly tried: number; readonly passed: number }>>;
}

/** All runs of a course together: those that are large as they were counted last, the others counted now. */
export async function courseFigures(db: Db, courseId: string): Promise<CourseFigures> {
  const { rows } = await sql<CourseFigures>`
    with kept as (select f.run_id, f.figures from learning.run_figures f
        join courses.offering r on r.id = f.run_id where r.course_id = ${courseId}::uuid),
    people as materialized (
      select p.seen, p.blocks from learning.enrolment e join learning.progress p on p.enrolment_id = e.id
      where e.course_id = ${courseId}::uuid and e.state in ('active', 'completed')
        and not exists (select from kept k where k.run_id = e.run_id)),
    seen as (
      select unit, count(*) as n from people, unnest(seen) unit group by unit
      union all select s.key, s.value::bigint from kept, jsonb_each_text(figures -> 'seen') s),
    sets as (
      select b.key as block, count(*) as tried, count(*) filter (where (b.value ->> 'passed')::boolean) as passed
      from people, jsonb_each(blocks) b where b.value ? 'passed' group by b.key
      union all select s.key, (s.value ->> 'tried')::bigint, (s.value ->> 'passed')::bigint
      from kept, jsonb_each(figures -> 'sets') s)
    select ((select count(*) from people)
        + coalesce((select sum((figures -> 'people' ->> 'all')::bigint) from kept), 0))::int as enrolled,
      (select coalesce(jsonb_object_agg(unit, n), '{}') from (
        select unit, sum(n) as n from seen group by unit) u) as seen,
      (select coalesce(jsonb_object_agg(block, jsonb_build_object('tried', tried, 'passed', passed)), '{}') from (
        select block, sum(tried) as tried, sum(passed) as passed from sets group by block) b) as sets`.execute(
    of(db),
  );
  const [row] = rows;
  if (!row) throw new Error('a select without a condition gave no row');
  return row;
}

export interface SettledReport {
  readonly enrolmentId: string;
  readonly slug: string;
  readonly isNew: boolean;
}

/** Undefined where there is no such report; one that was settled before stays as it is, and is not new. */
export async function settleReport(
  db: Db,
  report: {
    readonly id: string;
    readonly courseId: string;
    readonly state: 'mended' | 'no-fault';
    readonly answer: string;
    readonly by: string | null;
    readonly now: Date;
  },
): Promise<SettledReport | undefined> {
  const { rows } = await sql<SettledReport>`
    with settled as (
      update learning.fault_report set state = ${report.state}, settled_at = ${report.now}::timestamptz,
        answer = ${report.answer}, settled_by = ${report.by}::uuid
      where id = ${report.id}::uuid and course_id = ${report.courseId}::uuid and state = 'open' returning id)
    select f.enrolment_id as "enrolmentId", c.slug, exists (select from settled) as "isNew"
    from learning.fault_report f join courses.taught_course c on c.id = f.course_id
    where f.id = ${report.id}::uuid and f.course_id = ${report.courseId}::uuid`.execute(of(db));
  return rows[0];
}
