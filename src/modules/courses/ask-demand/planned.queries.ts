import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CourseIdea } from '../../catalog/index.ts';
import type { CourseAbout } from '../content/course-content.ts';
import type { CoursesTables } from '../tables.ts';
import type { PlannedAnswers } from './answer-choices.ts';
import type { PlannedState } from './ask-tables.ts';
import { plannedKind } from './planned-topic.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** What a course to come says of itself. */
export interface Planned {
  readonly state: PlannedState;
  readonly summary: string;
  readonly audience: string;
  /** The first day of a month. */
  readonly earliest: string | null;
  readonly weeks: number | null;
  readonly hoursAWeek: number | null;
}

/** A course to come, as everybody sees it. */
export interface PlannedCourse extends Planned {
  readonly courseId: string;
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
  readonly isSample: boolean;
  readonly toldAt: Date | null;
  /** People who would take it: confirmed, not withdrawn, each once. */
  readonly takers: number;
}

const fields = sql`p.state, p.summary, p.audience, p.earliest, p.weeks, p.hours_a_week as "hoursAWeek"`;
const shown = sql`${fields}, c.id as "courseId", c.slug, c.title, c.lang, c.is_sample as "isSample", p.told_at as "toldAt",
  (select count(*)::int from notify.topic_answer a where a.kind = ${plannedKind} and a.subject = c.id::text) as takers`;

/** The course to come of an address; none that is hidden. */
export async function plannedBySlug(db: Db, slug: string): Promise<PlannedCourse | undefined> {
  const { rows } = await sql<PlannedCourse>`
    select ${shown} from courses.planned p join courses.course c on c.id = p.course_id
    where c.slug = ${slug} and p.state <> 'hidden'`.execute(of(db));
  return rows[0];
}

/** Courses about which everybody is asked now, the latest first. */
export async function coursesToCome(
  db: Db,
  { page, perPage }: { readonly page: number; readonly perPage: number },
): Promise<{ readonly courses: readonly PlannedCourse[]; readonly total: number }> {
  const { rows } = await sql<PlannedCourse & { total: number }>`
    select ${shown}, count(*) over ()::int as total from courses.planned p join courses.course c on c.id = p.course_id
    where p.state = 'asking' and p.told_at is null
    order by p.asked_at desc, c.id limit ${perPage} offset ${(page - 1) * perPage}`.execute(of(db));
  return { courses: rows, total: rows[0]?.total ?? 0 };
}

/** What the course says so far, and whether it is open by now. */
export async function plannedOf(
  db: Db,
  courseId: string,
): Promise<(Planned & { readonly toldAt: Date | null }) | undefined> {
  const { rows } = await sql<Planned & { toldAt: Date | null }>`
    select ${fields}, p.told_at as "toldAt" from courses.planned p where p.course_id = ${courseId}::uuid`.execute(
    of(db),
  );
  return rows[0];
}

export async function keepPlanned(db: Db, courseId: string, planned: Planned, now: Date): Promise<void> {
  const asks = planned.state === 'asking';
  await sql`
    insert into courses.planned as p (course_id, state, summary, audience, earliest, weeks, hours_a_week, asked_at, changed_at)
    values (${courseId}::uuid, ${planned.state}, ${planned.summary}, ${planned.audience}, ${planned.earliest}::date,
      ${planned.weeks}, ${planned.hoursAWeek}, ${asks ? now : null}::timestamptz, ${now}::timestamptz)
    on conflict (course_id) do update set state = excluded.state, summary = excluded.summary, audience = excluded.audience,
      earliest = excluded.earliest, weeks = excluded.weeks, hours_a_week = excluded.hours_a_week,
      asked_at = coalesce(p.asked_at, excluded.asked_at), changed_at = excluded.changed_at`.execute(of(db));
}

/** What each of those who would take it answered, and since when; without names. */
export async function answersTo(
  db: Db,
  courseId: string,
): Promise<readonly { readonly answers: PlannedAnswers; readonly since: string }[]> {
  const { rows } = await sql<{ answers: PlannedAnswers; since: string }>`
    select a.answers, a.since from notify.topic_answer a
    where a.kind = ${plannedKind} and a.subject = ${courseId} order by a.since`.execute(of(db));
  return rows;
}

/** A run that anybody may join, of a course that learners see. */
export interface Opening {
  readonly slug: string;
  readonly title: string;
  readonly startOn: string | null;
}

/** How a course is open to everybody on a day; undefined when it is not, or when nobody can join any more. */
export async function openingOf(db: Db, courseId: string, today: string): Promise<Opening | undefined> {
  const { rows } = await sql<Opening>`
    select c.slug, c.title, r.start_on as "startOn" from courses.course c join courses.run r on r.course_id = c.id
    where c.id = ${courseId}::uuid and c.state = 'published' and r.access = 'open' and r.state = 'open'
      and coalesce(r.end_on, 'infinity') >= ${today}::date and coalesce(r.enrolment_end_on, 'infinity') >= ${today}::date
    order by r.start_on nulls first, r.id limit 1`.execute(of(db));
  return rows[0];
}

/** True for whoever marks it first: those who would take it are told once. */
export async function markTold(db: Db, courseId: string, now: Date): Promise<boolean> {
  const done = await sql`
    update courses.planned set told_at = ${now}::timestamptz
    where course_id = ${courseId}::uuid and told_at is null and asked_at is not null`.execute(of(db));
  return (done.numAffectedRows ?? 0n) > 0n;
}

/** What the draft says that the catalogue can be asked about. */
export async function ideaOf(db: Db, courseId: string): Promise<CourseIdea> {
  const { rows } = await sql<{ about: CourseAbout }>`
    select about from courses.course where id = ${courseId}::uuid`.execute(of(db));
  const about = rows[0]?.about;
  return {
    title: about?.title ?? '',
    lang: about?.lang ?? '',
    subjects: about?.subjects ?? [],
    outcomes: (about?.outcomes ?? []).slice(0, 10),
    level: about?.level,
  };
}
