import { type RawBuilder, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';
import type { CourseSums } from './score-formula.ts';
import { halfLifeDays, type ScoreSettings } from './score-settings.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

/** What the weights of ratings depend on. */
export interface Weighing {
  readonly settings: ScoreSettings;
  /** ISO day on which a fresh rating has its full weight; a later one weighs a little more, on the same curve. */
  readonly referenceDay: string;
}

/**
 * The weight of a rating `r`: its proof's, halved with every half-life between its day and the reference day. Ratings that
 * nothing proves, of one course and one day, weigh together no more than some of them; `inDay` says how many they are.
 */
export const weightOf = (
  { settings, referenceDay }: Weighing,
  inDay: RawBuilder<unknown>,
): RawBuilder<number> =>
  sql<number>`((${[...settings.proofWeights]}::float8[])[r.proof + 1]
    * power(0.5::float8, (${referenceDay}::date - r.rated_on) / ${halfLifeDays(settings)}::float8)
    * case when r.proof = 0 then least(1, ${settings.dayLimit}::float8 / ${inDay}) else 1 end)`;

/** What the ratings of these courses come to; of all courses without `courseIds`. Courses without ratings are left out. */
export async function sumsOfCourses(
  db: Db,
  weighing: Weighing,
  courseIds?: readonly string[],
): Promise<CourseSums[]> {
  const { rows } = await sql<CourseSums>`
    with day as (
      select course_id, rated_on, proof, count(*) as n, sum(stars) as x, sum(stars * stars) as xx,
        count(*) filter (where stars = 1) as s1, count(*) filter (where stars = 2) as s2,
        count(*) filter (where stars = 3) as s3, count(*) filter (where stars = 4) as s4,
        count(*) filter (where stars = 5) as s5
      from reviews.rating where ${courseIds ? sql`course_id = any(${courseIds}::uuid[])` : sql`true`}
      group by course_id, rated_on, proof),
    weighed as (select r.*, ${weightOf(weighing, sql`r.n`)} as w from day r),
    sums as (
      select course_id, sum(n)::int as ratings, sum(w * n) as weight, sum(w * x) as stars, sum(w * xx) as squares,
        sum(w * w * n) as weight_squares, array[sum(s1), sum(s2), sum(s3), sum(s4), sum(s5)]::int[] as histogram
      from weighed group by course_id)
    select s.course_id as "courseId", l.platform_slug as platform, coalesce(main.subject, '') as subject, s.ratings,
      s.histogram, s.weight, s.stars, s.squares, s.weight_squares as "weightSquares"
    from sums s join catalog.listing l on l.id = s.course_id
      left join lateral (select m.subject from catalog.listing_subject m where m.course_id = s.course_id
        order by position('.' in m.subject) = 0, m.subject limit 1) main on true
    order by s.course_id`.execute(of(db));
  return rows;
}
