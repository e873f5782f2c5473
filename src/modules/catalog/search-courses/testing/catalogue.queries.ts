import { type Db, tables } from '../../../../platform/db/database.ts';
import type { CatalogTables } from '../../tables.ts';

export async function allCourseIds(db: Db): Promise<string[]> {
  const rows = await tables<CatalogTables>(db).selectFrom('catalog.course').select('id').execute();
  return rows.map((row) => row.id);
}
