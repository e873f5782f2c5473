import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** Ids of courses by title. */
export async function courseIds(db: Db): Promise<Readonly<Record<string, string>>> {
  const found = await sql<{ id: string; title: string }>`select id, title from catalog.listing`.execute(
    tables(db),
  );
  return Object.fromEntries(found.rows.map(({ id, title }) => [title, id]));
}

/** Ratings of these stars on a day, as if they had been brought in. */
export async function rate(db: Db, courseId: string, day: string, stars: readonly number[]): Promise<void> {
  await sql`insert into reviews.rating (course_id, rated_on, stars)
    select ${courseId}::uuid, ${day}::date, unnest(${stars}::int[])`.execute(tables(db));
}

/** A score as a fit leaves it, whatever the ratings. */
export async function score(db: Db, courseId: string, mean: number, count: number): Promise<void> {
  await sql`
    insert into reviews.score (course_id, mean, raw_mean, rating_count, histogram, weighted_count, star_sum, square_sum,
      weight_square_sum, platform, subject, prior, m, percentile, reference_day)
    values (${courseId}::uuid, ${mean}, ${mean}, ${count}, array[0,0,0,0,${count}::int], 1, 1, 1, 1, 'alpha', '', 4, 10, 80, '2026-12-01')`.execute(
    tables(db),
  );
}
