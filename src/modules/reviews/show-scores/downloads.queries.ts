import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { type Weighing, weightOf } from '../score-courses/course-sums.queries.ts';
import { type CourseScore, scoreColumns } from '../score-courses/scores.queries.ts';
import type { ReviewsTables } from '../tables.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

export interface RatingLines {
  /** Lines of CSV, each ended. */
  readonly text: string;
  /** The last rating in them; null where there was none left. */
  readonly last: number | null;
}

/**
 * The next ratings that scores are made of, as lines: course, day, stars, proof, weight. Written by the database: a million
 * rows would else become a million objects first.
 */
export async function ratingLines(
  db: Db,
  weighing: Weighing,
  after: number,
  most: number,
): Promise<RatingLines> {
  const { rows } = await sql<RatingLines>`
    with page as (
      select r.* from reviews.rating r join catalog.listing l on l.id = r.course_id
      where r.id > ${after} order by r.id limit ${most}),
    day as (
      select course_id, rated_on, count(*) as n from reviews.rating
      where proof = 0 and (course_id, rated_on) in (select distinct course_id, rated_on from page where proof = 0)
      group by course_id, rated_on)
    select coalesce(string_agg(concat_ws(',', r.course_id, r.rated_on, r.stars,
        (array['none', 'enrolled', 'certificate', 'completed-here'])[r.proof + 1],
        ${weightOf(weighing, sql`day.n`)}) || E'\r\n', '' order by r.id), '') as text, max(r.id) as last
    from page r left join day using (course_id, rated_on)`.execute(of(db));
  return rows[0] ?? { text: '', last: null };
}

export interface ListedScore extends CourseScore {
  readonly slug: string;
  readonly title: string;
  readonly platform: string;
}

/** The next scores by course. */
export async function scoresAfter(db: Db, after: string | undefined, most: number): Promise<ListedScore[]> {
  const { rows } = await sql<ListedScore>`select ${scoreColumns}, l.slug, l.title, s.platform
    from reviews.score s join catalog.listing l on l.id = s.course_id
    where ${after === undefined ? sql`true` : sql`s.course_id > ${after}::uuid`}
    order by s.course_id limit ${most}`.execute(of(db));
  return rows;
}
