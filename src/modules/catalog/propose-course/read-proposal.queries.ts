import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import type { CatalogTables } from '../tables.ts';
import type { PageTrouble } from './proposal-tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

/** The page of a proposal that was not read yet. */
export async function pageToRead(db: Db, id: string): Promise<string | undefined> {
  const found = await sql<{ url: string }>`
    select url from catalog.course_proposal where id = ${id}::uuid and state = 'reading'`.execute(of(db));
  return found.rows[0]?.url;
}

/** What the page says, or why nothing could be read; a person decides from here on. */
export async function saveReading(
  db: Db,
  id: string,
  reading: { readonly document?: CourseDocument; readonly trouble?: PageTrouble },
): Promise<void> {
  const document = reading.document ? JSON.stringify(reading.document) : null;
  await sql`
    update catalog.course_proposal set state = 'waiting', document = ${document}::jsonb, trouble = ${reading.trouble ?? null}
    where id = ${id}::uuid and state = 'reading'`.execute(of(db));
}
