import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { DropReason, ReviewsTables, ReviewStatus } from '../tables.ts';
import type { Criterion } from '../write-review/review-form.ts';
import { type ShownReview, shownReview } from './shown-review.queries.ts';

/** What all published reviews of a course say together. */
export interface CourseFigures {
  readonly count: number;
  /** How many gave one, two, three, four, five stars. */
  readonly histogram: readonly [number, number, number, number, number];
  readonly criteria: readonly { readonly criterion: Criterion; readonly mean: number }[];
  /** Hours a week as lived. */
  readonly hours: { readonly mean: number; readonly count: number } | null;
  readonly statuses: Readonly<Partial<Record<ReviewStatus, number>>>;
  readonly dropReasons: readonly { readonly reason: DropReason; readonly count: number }[];
  readonly langs: Readonly<Record<string, number>>;
  /** What all ratings come to, those that were brought in too; absent until it is reckoned. */
  readonly score: {
    /** The fair mean, 1 to 5. */
    readonly mean: number;
    readonly rawMean: number;
    readonly count: number;
    readonly histogram: readonly [number, number, number, number, number];
    readonly percentile: number | null;
    readonly subject: string;
  } | null;
}

const figures = (courseId: ReturnType<typeof sql>) => sql<CourseFigures>`(
  with said as materialized (select * from reviews.review where course_id = ${courseId} and state = 'published')
  select jsonb_build_object('count', count(*),
    'histogram', jsonb_build_array(count(*) filter (where stars = 1), count(*) filter (where stars = 2),
      count(*) filter (where stars = 3), count(*) filter (where stars = 4), count(*) filter (where stars = 5)),
    'criteria', coalesce((select jsonb_agg(jsonb_build_object('criterion', key, 'mean', mean)
        order by array_position(array['content', 'teaching', 'exercises', 'support'], key))
      from (select key, round(avg(value::numeric), 2) as mean from said, jsonb_each_text(criteria) group by key) c), '[]'),
    'hours', case when count(hours_a_week) > 0 then
      jsonb_build_object('mean', round(avg(hours_a_week), 1), 'count', count(hours_a_week)) end,
    'statuses', coalesce((select jsonb_object_agg(status, n) from (select status, count(*) as n from said group by status) s), '{}'),
    'dropReasons', coalesce((select jsonb_agg(jsonb_build_object('reason', drop_reason, 'count', n) order by n desc, drop_reason)
      from (select drop_reason, count(*) as n from said where drop_reason is not null group by drop_reason) d), '[]'),
    'langs', coalesce((select jsonb_object_agg(lang, n) from (select lang, count(*) as n from said group by lang) l), '{}'),
    'score', (select jsonb_build_object('mean', s.mean, 'rawMean', s.raw_mean, 'count', s.rating_count,
      'histogram', s.histogram, 'percentile', s.percentile, 'subject', s.subject)
      from reviews.score s where s.course_id = ${courseId}))
  from said)`;

export interface CourseOverview {
  readonly figures: CourseFigures;
  /** The most helpful first. */
  readonly best: readonly ShownReview[];
  /** The review of the person who looks. */
  readonly ownReview: string | null;
}

/** What a course's own page shows of its reviews, in one statement. */
export async function courseOverview(
  db: Db,
  courseId: string,
  viewerId: string | undefined,
  most: number,
): Promise<CourseOverview> {
  const { rows } = await sql<CourseOverview>`select ${figures(sql`${courseId}::uuid`)} as figures,
    coalesce((select jsonb_agg(${shownReview(viewerId)} order by r.place) from (
      select r.*, row_number() over (order by ${byHelpful}) as place
      from reviews.review r where r.course_id = ${courseId}::uuid and r.state = 'published'
        and coalesce(r.body, r.pros, r.cons, r.for_whom) is not null
      order by place limit ${most}) r), '[]') as best,
    (select id from reviews.review where course_id = ${courseId}::uuid and person_id = ${viewerId ?? null}::uuid
      and state <> 'withdrawn' order by written_at desc limit 1) as "ownReview"`.execute(tables(db));
  const found = rows[0];
  if (!found) throw new Error('no figures were made');
  return found;
}

const proofRank = sql`array_position(array['none', 'enrolled', 'certificate', 'completed-here'], r.proof)`;
const byHelpful = sql`r.helpful_count desc, ${proofRank} desc, r.written_at desc, r.id`;

/** In which order all reviews of a course can stand. */
export const sortings = ['helpful', 'recent', 'critical', 'proof'] as const;
export type Sorting = (typeof sortings)[number];

const orders: Readonly<Record<Sorting, ReturnType<typeof sql>>> = {
  helpful: byHelpful,
  recent: sql`r.written_at desc, r.id`,
  critical: sql`r.stars, ${byHelpful}`,
  proof: sql`${proofRank} desc, ${byHelpful}`,
};

export interface ReviewWish {
  readonly sort: Sorting;
  readonly status?: ReviewStatus;
  readonly lang?: string;
  readonly run?: string;
  /** From 1. */
  readonly page: number;
}

export interface ReviewedCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string | null;
  readonly isSample: boolean;
  readonly minHoursAWeek: number | null;
  readonly maxHoursAWeek: number | null;
  readonly figures: CourseFigures;
  readonly runs: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly startOn: string | null;
    readonly startPrecision: string | null;
    readonly count: number;
  }[];
  readonly ownReview: string | null;
}

/** A course with what its reviews say together. */
export async function reviewedCourse(
  db: Db,
  slug: string,
  viewerId: string | undefined,
): Promise<ReviewedCourse | undefined> {
  const { rows } = await sql<ReviewedCourse>`
    select l.id, l.slug, l.title, l.language, l.is_sample as "isSample", e.min_hours_a_week as "minHoursAWeek",
      e.max_hours_a_week as "maxHoursAWeek", ${figures(sql`l.id`)} as figures,
      coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'startOn', n.start_on,
          'startPrecision', n.start_precision, 'count', s.count) order by n.start_on desc nulls last, n.id)
        from (select run_id, count(*) from reviews.review
          where course_id = l.id and state = 'published' and run_id is not null group by run_id) s
        join catalog.listing_run n on n.id = s.run_id), '[]') as runs,
      (select id from reviews.review where course_id = l.id and person_id = ${viewerId ?? null}::uuid
        and state <> 'withdrawn' order by written_at desc limit 1) as "ownReview"
    from catalog.listing l left join catalog.listing_effort e on e.course_id = l.id
    where l.slug = ${slug} and l.state <> 'merged'`.execute(tables(db));
  return rows[0];
}

/** One page of a course's reviews, and how many there are in all. */
export async function reviewsOf(
  db: Db,
  courseId: string,
  wish: ReviewWish,
  { viewerId, most }: { readonly viewerId: string | undefined; readonly most: number },
): Promise<{ reviews: ShownReview[]; count: number }> {
  const { sort, status = null, lang = null, run = null, page } = wish;
  const { rows } = await sql<{ shown: ShownReview; count: number }>`
    with chosen as materialized (select * from reviews.review where course_id = ${courseId}::uuid and state = 'published'
      and (${status}::text is null or status = ${status}) and (${lang}::text is null or lang = ${lang})
      and (${run}::uuid is null or run_id = ${run}::uuid)),
    turned as (select r.*, row_number() over (order by ${orders[sort]}) as place from chosen r
      order by place limit ${most} offset ${(page - 1) * most})
    select ${shownReview(viewerId)} as shown, (select count(*) from chosen) as count
    from turned r order by place`.execute(tables<ReviewsTables>(db));
  return { reviews: rows.map((row) => row.shown), count: rows[0]?.count ?? 0 };
}
