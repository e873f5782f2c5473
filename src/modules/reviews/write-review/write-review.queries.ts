import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables, ReviewState } from '../tables.ts';
import type { ReviewInput } from './review-form.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

export interface KnownRun {
  readonly id: string;
  readonly title: string | null;
  readonly startOn: string | null;
  readonly startPrecision: string | null;
}

/** A course as its reviewer meets it. */
export interface CourseToReview {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string | null;
  readonly isSample: boolean;
  readonly minHoursAWeek: number | null;
  readonly maxHoursAWeek: number | null;
  /** The latest first. */
  readonly runs: readonly KnownRun[];
  /** The provider of this course that the person speaks for. */
  readonly ownProvider: string | null;
  /** The person's review of it that stands. */
  readonly ownReview: string | null;
  /** As others see the person. */
  readonly personName: string | null;
}

/** The course at this address or with this id, with all that its form asks for, in one statement. */
export async function courseToReview(
  db: Db,
  course: { readonly slug: string } | { readonly id: string },
  personId: string | undefined,
): Promise<CourseToReview | undefined> {
  const which = 'id' in course ? sql`l.id = ${course.id}::uuid` : sql`l.slug = ${course.slug}`;
  const { rows } = await sql<CourseToReview>`
    select l.id, l.slug, l.title, l.language, l.is_sample as "isSample", e.min_hours_a_week as "minHoursAWeek",
      e.max_hours_a_week as "maxHoursAWeek",
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'startOn', r.start_on,
          'startPrecision', r.start_precision) order by r.start_on desc nulls last, r.id)
        from (select * from catalog.listing_run where course_id = l.id order by start_on desc nulls last limit 60) r), '[]') as runs,
      (select p.provider_name from catalog.listing_provider p join catalog.provider_staff s on s.provider_id = p.provider_id
        where p.course_id = l.id and s.person_id = ${personId ?? null}::uuid order by p.position limit 1) as "ownProvider",
      (select id from reviews.review where course_id = l.id and person_id = ${personId ?? null}::uuid and state <> 'withdrawn'
        order by written_at desc limit 1) as "ownReview",
      (select name from accounts.public_person where id = ${personId ?? null}::uuid) as "personName"
    from catalog.listing l left join catalog.listing_effort e on e.course_id = l.id
    where ${which} and l.state <> 'merged'`.execute(of(db));
  return rows[0];
}

/** How often a person wrote or edited within the last hour and day, and when the oldest of each ends to count. */
export async function writtenLately(
  db: Db,
  personId: string,
  now: Date,
): Promise<{ hour: number; day: number }> {
  const { rows } = await sql<{ hour: number; day: number }>`
    select count(*) filter (where at > ${now}::timestamptz - interval '1 hour') as hour, count(*) as day
    from reviews.transition where person_id = ${personId}::uuid and deed in ('write', 'edit')
      and at > ${now}::timestamptz - interval '1 day'`.execute(of(db));
  return rows[0] ?? { hour: 0, day: 0 };
}

/** The columns that a reviewer fills in. */
export const rowOf = (input: ReviewInput) => ({
  stars: input.stars,
  status: input.status,
  drop_reason: input.dropReason ?? null,
  criteria: JSON.stringify(input.criteria),
  hours_a_week: input.hoursAWeek ?? null,
  body: input.body ?? null,
  pros: input.pros ?? null,
  cons: input.cons ?? null,
  for_whom: input.forWhom ?? null,
  run_id: input.runId ?? null,
  run_label: input.runLabel ?? null,
  lang: input.lang,
  experienced_on: input.experiencedOn ?? null,
  is_anonymous: input.isAnonymous,
});

interface NewRow {
  readonly id: string;
  readonly courseId: string;
  readonly personId: string;
  readonly state: ReviewState;
  readonly input: ReviewInput;
}

/** False when a review of this id, or another one of this person and course, is there already. */
export async function insertReview(db: Db, { now }: Actor, row: NewRow): Promise<boolean> {
  const made = await of(db)
    .insertInto('reviews.review')
    .values({
      id: row.id,
      course_id: row.courseId,
      person_id: row.personId,
      state: row.state,
      written_at: now,
      published_at: row.state === 'published' ? now : null,
      ...rowOf(row.input),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** The review that stands in the way of a new one: the same sent twice, or an earlier one of the same course. */
export function reviewInTheWay(
  db: Db,
  { id, courseId, personId }: { readonly id: string; readonly courseId: string; readonly personId: string },
): Promise<{ id: string; state: ReviewState } | undefined> {
  return of(db)
    .selectFrom('reviews.review')
    .select(['id', 'state'])
    .where('person_id', '=', personId)
    .where((row) =>
      row.or([
        row.and([row('id', '=', id)]),
        row.and([row('course_id', '=', courseId), row('state', '<>', 'withdrawn')]),
        row.and([row('came_from', '=', courseId), row('state', '<>', 'withdrawn')]),
      ]),
    )
    .orderBy((row) => row('id', '=', id), 'desc')
    .limit(1)
    .executeTakeFirst();
}
