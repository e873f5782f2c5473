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

/** The weight of a rating `r`: its proof's, halved with every half-life between its day and the reference day. */
export const weightOf = ({ settings, referenceDay }: Weighing): RawBuilder<number> =>
  sql<number>`((${[...settings.proofWeights]}::float8[])[r.proof + 1]
    * power(0.5::float8, (${referenceDay}::date - r.rated_on) / ${halfLifeDays(settings)}::float8))`;

/** What the ratings of these courses come to; of all courses without `courseIds`. Courses without ratings are left out. */
export async function sumsOfCourses(
  db: Db,
  weighing: Weighing,
  courseIds?: readonly string[],
): Promise<CourseSums[]> {
  const { rows } = await sql<CourseSums>`
    with weighed as (
      select r.course_id, r.stars::float8 as x, ${weightOf(weighing)} as w from reviews.rating r
      where ${courseIds ? sql`r.course_id = any(${courseIds}::uuid[])` : sql`true`}),
    sums as (
      select course_id, count(*)::int as ratings, sum(w) as weight, sum(w * x) as stars, sum(w * x * x) as squares,
        sum(w * w) as weight_squares, array[count(*) filter (where x = 1), count(*) filter (where x = 2),
          count(*) filter (where x = 3), count(*) filter (where x = 4), count(*) filter (where x = 5)]::int[] as histogram
      from weighed group by course_id)
    select s.course_id as "courseId", l.platform_slug as platform, coalesce(main.subject, '') as subject, s.ratings,
      s.histogram, s.weight, s.stars, s.squares, s.weight_squares as "weightSquares"
    from sums s join catalog.listing l on l.id = s.course_id
      left join lateral (select m.subject from catalog.listing_subject m where m.course_id = s.course_id
        order by position('.' in m.subject) = 0, m.subject limit 1) main on true
    order by s.course_id`.execute(of(db));
  return rows;
}
