import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { EditorialTables } from '../tables.ts';

const of = (db: Db) => tables<EditorialTables>(db);

export async function hasEvents(db: Db): Promise<boolean> {
  const found = await sql`select 1 from editorial.event limit 1`.execute(of(db));
  return found.rows.length > 0;
}

export async function deleteSampleEvents(db: Db): Promise<number> {
  const gone = await sql`delete from editorial.event where is_sample`.execute(of(db));
  return Number(gone.numAffectedRows ?? 0n);
}
