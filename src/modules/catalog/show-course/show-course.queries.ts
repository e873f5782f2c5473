import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

export function courseBySlug(db: Db, slug: string) {
  return tables<CatalogTables>(db)
    .selectFrom('catalog.course')
    .select(['id', 'slug', 'title', 'document', 'state'])
    .where('slug', '=', slug)
    .executeTakeFirst();
}
