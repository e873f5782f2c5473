import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

/**
 * A word that changes whenever a course does. Transactions may end in another order than they took their numbers: the
 * count over the latest thousands notices one that came in behind the last number.
 */
export async function catalogueState(db: Db): Promise<string> {
  const rows = await sql<{ last: number | null; count: number }>`
    with last as (select max(id) as id from catalog.course_change)
    select last.id as last, (select count(*) from catalog.course_change h where h.id > last.id - 10000) as count
    from last`.execute(tables<CatalogTables>(db));
  const { last, count } = rows.rows[0] ?? { last: 0, count: 0 };
  return `${last ?? 0}-${count}`;
}
