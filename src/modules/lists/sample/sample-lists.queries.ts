import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ListsTables } from '../tables.ts';

export async function hasSampleLists(db: Db): Promise<boolean> {
  const row = await tables<ListsTables>(db)
    .selectFrom('lists.list')
    .select('id')
    .where('is_sample', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** From now on these say of themselves that they are samples. */
export async function markAsSample(db: Db, ids: readonly string[]): Promise<void> {
  await sql`update lists.list set is_sample = true where id = any(${ids}::uuid[])`.execute(tables(db));
}
