import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** Whether the course was ever offered; drafts of runs offer nothing. */
export async function hasRuns(db: Db, courseId: string): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`select exists (select from courses.run where course_id = ${courseId}::uuid and state <> 'draft') as found`.execute(
    of(db),
  );
  return rows[0]?.found === true;
}
