import { sql } from 'kysely';
import { type Db, tables } from '../../platform/db/database.ts';

/** Slug of the course that has most to show: prerequisites first, then the longest text. */
export async function longestCourse(db: Db): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    select slug from catalog.course
    order by document ? 'prerequisites' desc, length(document::text) desc limit 1`.execute(tables(db));
  const slug = rows[0]?.slug;
  if (slug === undefined) throw new Error('the catalogue is empty');
  return slug;
}

/** Gives every course a prerequisite that is in no catalogue: its page then asks all that it can ask. */
export async function wantCourseBefore(db: Db): Promise<void> {
  await sql`
    update catalog.course set document = document || '{"prerequisites":{"courses":[{"title":"Milling"}]}}'`.execute(
    tables(db),
  );
}
