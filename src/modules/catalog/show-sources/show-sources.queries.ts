import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface PublicSource {
  readonly id: string;
  readonly platform: string;
  readonly platformSlug: string;
  readonly format: string;
  readonly name: string;
  /** End of the last import that was read to its end; null until there was one. */
  readonly readAt: Date | null;
}

/** Every source that brings courses, without what concerns operators alone (addresses, schedules, failures). */
export async function publicSources(db: Db): Promise<PublicSource[]> {
  const { rows } = await sql<PublicSource>`
    select s.id, p.name as platform, p.slug as "platformSlug", s.format, s.name,
      (select max(i.finished_at) from catalog.import i where i.source_id = s.id and i.state = 'done' and not i.dry_run) as "readAt"
    from catalog.source s join catalog.platform p on p.id = s.platform_id
    where s.format <> 'correction'
    order by p.name collate "und-x-icu", s.format, s.name limit 500`.execute(of(db));
  return rows;
}
