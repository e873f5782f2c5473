import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

export interface ListingOfKey {
  readonly key: string;
  readonly courseId: string;
  readonly slug: string;
  readonly sourceId: string;
}

/** The course of each record of a source. */
export async function listingsOfSource(
  db: Db,
  source: { readonly platform: string; readonly name: string },
): Promise<ListingOfKey[]> {
  const { rows } = await sql<ListingOfKey>`
    select r.external_key as key, c.id as "courseId", c.slug, s.id as "sourceId"
    from catalog.record r join catalog.source s on s.id = r.source_id
    join catalog.platform f on f.id = s.platform_id join catalog.course c on c.id = r.course_id
    where f.slug = ${source.platform} and s.name = ${source.name}`.execute(tables<CatalogTables>(db));
  return rows;
}
