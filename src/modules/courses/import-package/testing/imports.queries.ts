import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import type { CoursesTables } from '../../tables.ts';

export interface CourseFacts {
  readonly id: string;
  readonly state: string;
  readonly imports: number;
  readonly files: readonly string[];
  readonly owner: string | null;
}

/** What stands in the database about a course. */
export async function courseOfSlug(db: Db, slug: string): Promise<CourseFacts | undefined> {
  const { rows } = await sql<CourseFacts>`select id, state,
      (select count(*)::int from courses.import where course_id = course.id) as imports,
      array(select name from courses.file where course_id = course.id order by name) as files,
      (select person.name from courses.staff join accounts.public_person person on person.id = person_id
        where course_id = course.id and role = 'owner') as owner
    from courses.course course where slug = ${slug}`.execute(tables<CoursesTables>(db));
  return rows[0];
}
