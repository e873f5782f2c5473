import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** What was told to those who follow a list, in the order in which it was told. */
export async function newsOf(db: Db, listId: string): Promise<unknown[]> {
  const rows = await sql<{
    values: unknown;
  }>`select "values" from notify.news where subject = ${listId} order by id`.execute(tables(db));
  return rows.rows.map((row) => row.values);
}
