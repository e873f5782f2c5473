import { sql } from 'kysely';
import { type Db, tables } from '../db/database.ts';

/**
 * Every row of every table that holds one of the texts in any of its columns, as "schema.table: row". For tests that
 * something was really forgotten: it looks where nobody thought of.
 */
export async function textsAnywhere(db: Db, texts: readonly string[]): Promise<string[]> {
  const named = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(tables(db));
  const found: string[] = [];
  for (const { name } of named.rows) {
    const rows = await sql<{ row: string }>`
      select row from (select lower(each::text) as row from ${sql.raw(name)} each) as rows
      where row like any (${texts.map((text) => `%${text.toLowerCase()}%`)}::text[])`.execute(tables(db));
    found.push(...rows.rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}
