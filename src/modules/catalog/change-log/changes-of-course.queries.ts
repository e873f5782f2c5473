import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';
import type { ToldChange } from './told-change.ts';

/** What there is to read: a change that only says that a source was heard again has no words. */
const saysSomething = sql`(h.kind <> 'updated' or h.fields <> '[]')`;

/** Changes `h` with their source `s` of the platform `sp`, as ToldChange. */
const toldChange = sql`jsonb_build_object('id', h.id, 'kind', h.kind, 'at', h.at, 'fields', h.fields,
  'source', case when s.id is not null then jsonb_build_object('format', s.format, 'name', s.name, 'platform', sp.name) end)`;
const withSource = sql`left join catalog.source s on s.id = h.source_id
  left join catalog.platform sp on sp.id = s.platform_id`;

/** The latest changes of the course `c`, as a jsonb list: a part of a larger statement. */
export const latestChanges = (
  most: number,
) => sql`coalesce((select jsonb_agg(${toldChange} order by h.id desc)
  from (select * from catalog.course_change h where h.course_id = c.id and ${saysSomething}
    order by h.id desc limit ${most}) h ${withSource}), '[]')`;

/** One page of the changes of a course, the latest first, and how many there are. */
export async function changesOfCourse(
  db: Db,
  courseId: string,
  page: { readonly size: number; readonly number: number },
): Promise<{ changes: ToldChange[]; total: number }> {
  const rows = await sql<{ change: ToldChange; total: number }>`
    select ${toldChange} as change, total from (
      select h.*, (count(*) over ())::int as total from catalog.course_change h
      where h.course_id = ${courseId} and ${saysSomething}
      order by h.id desc limit ${page.size} offset ${(page.number - 1) * page.size}) h ${withSource}
    order by h.id desc`.execute(tables<CatalogTables>(db));
  return { changes: rows.rows.map((row) => row.change), total: rows.rows[0]?.total ?? 0 };
}
