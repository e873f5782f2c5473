import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** What was told to other modules, the oldest first. */
export async function eventsNamed(db: Db, name: string): Promise<{ data: unknown }[]> {
  const { rows } = await sql<{ data: unknown }>`
    select data from platform.event where name = ${name} order by id`.execute(tables(db));
  return rows;
}
