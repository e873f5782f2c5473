import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

/** A published state of a course, without what stands in it. */
export interface VersionFacts {
  readonly id: string;
  readonly number: number;
  readonly changes: string;
  readonly publishedAt: Date;
  readonly by: string | null;
}

/** The latest first. */
export async function versionFacts(db: Db, courseId: string, most: number): Promise<VersionFacts[]> {
  const found = await sql<VersionFacts>`
    select v.id, v.number, v.changes, v.published_at as "publishedAt", p.name as by
    from courses.version v left join accounts.public_person p on p.id = v.published_by
    where v.course_id = ${courseId}::uuid order by v.number desc limit ${most}`.execute(
    tables<CoursesTables>(db),
  );
  return found.rows;
}
