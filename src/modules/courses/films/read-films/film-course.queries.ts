import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import type { StaffMember } from '../../policy.ts';
import type { CoursesTables } from '../../tables.ts';

/** A course as the pages of its films need it. */
export interface FilmCourse {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly staff: readonly StaffMember[];
}

/** The course with those who work on it; undefined when there is none. */
export async function filmCourse(db: Db, courseId: string): Promise<FilmCourse | undefined> {
  const { rows } = await sql<FilmCourse>`
    select c.id, c.title, c.lang, (select coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id, 'role', s.role)), '[]')
      from courses.staff s where s.course_id = c.id) as staff
    from courses.course c where c.id = ${courseId}::uuid`.execute(tables<CoursesTables>(db));
  return rows[0];
}
