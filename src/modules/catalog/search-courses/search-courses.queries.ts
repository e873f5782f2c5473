import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

export function listCourses(db: Db, most: number) {
  return tables<CatalogTables>(db)
    .selectFrom('catalog.course')
    .select(['slug', 'title'])
    .where('state', '=', 'listed')
    .orderBy('changed_at', 'desc')
    .limit(most)
    .execute();
}
