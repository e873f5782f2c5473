import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

/** Whether a course of this slug is there, for learners and for this person. */
export async function whereCourseIs(
  db: Db,
  slug: string,
  personId: string | undefined,
): Promise<{ readonly id: string; readonly isPublished: boolean; readonly isStaff: boolean } | undefined> {
  const { rows } = await sql<{ id: string; isPublished: boolean; isStaff: boolean }>`
    select c.id, c.state <> 'draft' as "isPublished",
      exists (select from courses.staff s where s.course_id = c.id and s.person_id = ${personId ?? null}::uuid) as "isStaff"
    from courses.course c where c.slug = ${slug}`.execute(tables<CoursesTables>(db));
  return rows[0];
}
