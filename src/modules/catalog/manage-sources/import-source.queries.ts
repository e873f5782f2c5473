import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { storableText } from '../../../platform/db/storable-text.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface SourceToImport {
  readonly id: string;
  readonly platform: { readonly slug: string; readonly name: string };
  readonly format: string;
  readonly name: string;
  readonly location: string | null;
  readonly mapping: Readonly<Record<string, string>> | null;
  readonly everyHours: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly paused: boolean;
  readonly failures: number;
  readonly fileKey: string | null;
  readonly fileName: string | null;
}

export async function sourceToImport(db: Db, id: string): Promise<SourceToImport | undefined> {
  const rows = await sql<SourceToImport>`
    select s.id, jsonb_build_object('slug', p.slug, 'name', p.name) as platform, s.format, s.name, s.location, s.mapping,
      s.every_hours as "everyHours", s.etag, s.last_modified as "lastModified", s.paused, s.failures,
      s.file_key as "fileKey", s.file_name as "fileName"
    from catalog.source s join catalog.platform p on p.id = s.platform_id
    where s.id = ${id} and not s.is_sample`.execute(of(db));
  return rows.rows[0];
}

/** Sets the format that was found; false when the platform has a source of this format and name already. */
export async function settleFormat(db: Db, sourceId: string, format: string): Promise<boolean> {
  const rows = await sql`update catalog.source s set format = ${format} where s.id = ${sourceId}
    and not exists (select 1 from catalog.source o where o.platform_id = s.platform_id and o.format = ${format}
      and o.name = s.name and o.id <> s.id) returning s.id`.execute(of(db));
  return rows.rows.length > 0;
}

export interface SourceNews {
  readonly nextImportAt: Date | null;
  readonly failures: number;
  readonly lastError: string | null;
  /** Undefined: as before. */
  readonly validators?: { readonly etag: string | null; readonly lastModified: string | null };
}

export async function saveNews(db: Db, sourceId: string, news: SourceNews): Promise<void> {
  await of(db)
    .updateTable('catalog.source')
    .set({
      next_import_at: news.nextImportAt,
      failures: news.failures,
      last_error: news.lastError === null ? null : storableText(news.lastError),
      ...(news.validators ? { etag: news.validators.etag, last_modified: news.validators.lastModified } : {}),
    })
    .where('id', '=', sourceId)
    .execute();
}

/** An import of which there is nothing to tell but how it ended: nothing changed, or the feed could not be had. */
export async function noteImport(
  db: Db,
  row: {
    id: string;
    sourceId: string;
    startedAt: Date;
    finishedAt: Date;
    location: string;
    actor: string;
    actorId: string | undefined;
    dryRun: boolean;
    error?: string;
  },
): Promise<void> {
  await of(db)
    .insertInto('catalog.import')
    .values({
      id: row.id,
      source_id: row.sourceId,
      started_at: row.startedAt,
      beat_at: row.finishedAt,
      finished_at: row.finishedAt,
      state: row.error === undefined ? 'done' : 'failed',
      not_modified: row.error === undefined,
      location: row.location,
      actor: row.actor,
      actor_id: row.actorId ?? null,
      dry_run: row.dryRun,
      error: row.error === undefined ? null : storableText(row.error),
    })
    .execute();
}

/** Sources whose time has come. Their next time is set at once, so that two schedulers do not both take one. */
export async function takeDueSources(db: Db, now: Date, againAfter: Date): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    update catalog.source set next_import_at = ${againAfter}
    where id in (select id from catalog.source where not paused and location is not null and every_hours is not null
      and next_import_at <= ${now} order by next_import_at limit 50 for update skip locked)
    returning id`.execute(of(db));
  return rows.rows.map((row) => row.id);
}
