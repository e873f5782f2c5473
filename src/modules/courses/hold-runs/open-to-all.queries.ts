import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

/** The course's kind becomes MOOC in its draft. */
export async function makeMooc(db: Db, courseId: string, now: Date): Promise<void> {
  await sql`
    update courses.course set rules = rules || '{"kind": "mooc"}', revision = revision + 1, changed_at = ${now}::timestamptz
    where id = ${courseId}::uuid`.execute(tables<CoursesTables>(db));
}
