import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CompletedCourseView, CredentialsTables, CredentialsViews } from '../tables.ts';

/** What was told to other modules, the oldest first. */
export async function eventsNamed(db: Db, name: string): Promise<{ data: unknown }[]> {
  const { rows } = await sql<{ data: unknown }>`
    select data from platform.event where name = ${name} order by id`.execute(tables(db));
  return rows;
}

/** Who did this, with what was written down. */
export async function auditOf(
  db: Db,
  action: string,
): Promise<{ actor_id: string | null; details: unknown }[]> {
  const { rows } = await sql<{ actor_id: string | null; details: unknown }>`
    select actor_id, details from platform.audit where action = ${action} order by id`.execute(tables(db));
  return rows;
}

/** What modules above see. */
export const completedCourses = (db: Db): Promise<CompletedCourseView[]> =>
  tables<CredentialsViews>(db).selectFrom('credentials.completed_course').selectAll().execute();

export async function documentKeys(db: Db): Promise<string[]> {
  const rows = await tables<CredentialsTables>(db).selectFrom('credentials.document').select('key').execute();
  return rows.map(({ key }) => key);
}
