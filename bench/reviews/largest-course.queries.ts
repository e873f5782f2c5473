import { sql } from 'kysely';
import { type Db, tables } from '../../src/platform/db/database.ts';

/** The course with the most ratings. */
export async function largestCourse(db: Db): Promise<{ readonly id: string; readonly ratings: number }> {
  const { rows } = await sql<{ id: string; ratings: number }>`select course_id as id, rating_count as ratings
    from reviews.score order by rating_count desc limit 1`.execute(tables(db));
  const [largest] = rows;
  if (!largest) throw new Error('no course has a score');
  return largest;
}
