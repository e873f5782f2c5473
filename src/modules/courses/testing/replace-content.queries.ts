import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CourseContent } from '../content/course-content.ts';
import { rowsOf } from '../keep-course/content-rows.ts';
import { insertParts } from '../keep-course/keep-course.queries.ts';

/** Puts other content in place of a draft, all at once, as no author would. */
export async function replaceContent(
  db: Db,
  courseId: string,
  content: CourseContent,
  now: Date,
): Promise<void> {
  await sql`delete from courses.section where course_id = ${courseId}::uuid`.execute(tables(db));
  await sql`update courses.course set about = ${JSON.stringify(content.about)}::jsonb,
    rules = ${JSON.stringify(content.rules)}::jsonb, banks = ${JSON.stringify(content.banks)}::jsonb
    where id = ${courseId}::uuid`.execute(tables(db));
  await insertParts(db, { courseId, rows: rowsOf(content), by: null, now });
}
