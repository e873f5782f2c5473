import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** What was told of a course, in the order in which it was told. */
export async function eventsOf(db: Db, name: string): Promise<unknown[]> {
  const rows = await sql<{ data: unknown }>`
    select data from platform.event where name = ${name} order by xid, position`.execute(tables(db));
  return rows.rows.map(({ data }) => data);
}
