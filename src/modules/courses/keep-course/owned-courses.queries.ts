import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

/** Ids of the courses that a person owns. */
export async function ownedCourses(db: Db, personId: string): Promise<string[]> {
  const rows = await tables<CoursesTables>(db)
    .selectFrom('courses.staff')
    .select('course_id')
    .where('person_id', '=', personId)
    .where('role', '=', 'owner')
    .execute();
  return rows.map(({ course_id }) => course_id);
}
