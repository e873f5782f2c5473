import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables, ImportState } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface LastImport {
  readonly id: string;
  readonly state: ImportState;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly beatAt: Date | null;
  readonly dryRun: boolean;
  readonly notModified: boolean;
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly refused: number;
  readonly gone: number;
  readonly missing: number;
  readonly actor: string;
  readonly error: string | null;
}

export interface ListedSource {
  readonly id: string;
  readonly platform: string;
  readonly platformSlug: string;
  readonly platformUrl: string | null;
  readonly format: string;
  readonly name: string;
  readonly location: string | null;
  readonly mapping: Readonly<Record<string, string>> | null;
  readonly everyHours: number | null;
  readonly nextImportAt: Date | null;
  readonly paused: boolean;
  readonly isSample: boolean;
  readonly failures: number;
  readonly lastError: string | null;
  readonly fileKey: string | null;
  readonly fileName: string | null;
  readonly fileBytes: number | null;
  readonly isQueued: boolean;
  readonly listed: number;
  readonly last: LastImport | undefined;
}

/** The key under which the import of a source waits in the queue. */
export const importJobKey = (sourceId: string): string => `import-source:${sourceId}`;

const importColumns = sql`i.id, i.state, i.started_at, i.finished_at, i.beat_at, i.dry_run, i.not_modified, i.read_count,
  i.created_count, i.updated_count, i.refused_count, i.gone_count, i.missing_count, i.actor, i.error`;

const importOf = (row: Record<string, unknown>): LastImport | undefined =>
  row['import_id'] === null
    ? undefined
    : ({
        id: row['import_id'],
        state: row['import_state'],
        startedAt: row['started_at'],
        finishedAt: row['finished_at'],
        beatAt: row['beat_at'],
        dryRun: row['dry_run'],
        notModified: row['not_modified'],
        read: row['read_count'],
        created: row['created_count'],
        updated: row['updated_count'],
        refused: row['refused_count'],
        gone: row['gone_count'],
        missing: row['missing_count'],
        actor: row['import_actor'],
        error: row['error'],
      } as LastImport);

/** Every source that brings courses (corrections by people are none), or the one of an id, with its last import. */
export async function sourcesToShow(db: Db, id?: string): Promise<ListedSource[]> {
  const rows = await sql<Record<string, unknown>>`
    select s.id, p.name as platform, p.slug as "platformSlug", p.url as "platformUrl", s.format, s.name, s.location, s.mapping,
      s.every_hours as "everyHours", s.next_import_at as "nextImportAt", s.paused, s.is_sample as "isSample", s.failures,
      s.last_error as "lastError", s.file_key as "fileKey", s.file_name as "fileName", s.file_bytes as "fileBytes",
      exists (select 1 from graphile_worker.jobs j where j.key = 'import-source:' || s.id
        and j.attempts < j.max_attempts) as "isQueued",
      (select count(*)::int from catalog.record r where r.source_id = s.id and r.gone_at is null) as listed,
      l.id as import_id, l.state as import_state, l.started_at, l.finished_at, l.beat_at, l.dry_run, l.not_modified,
      l.read_count, l.created_count, l.updated_count, l.refused_count, l.gone_count, l.missing_count,
      l.actor as import_actor, l.error
    from catalog.source s join catalog.platform p on p.id = s.platform_id
    left join lateral (select ${importColumns} from catalog.import i where i.source_id = s.id
      order by i.started_at desc, i.id desc limit 1) l on true
    where ${id ?? null}::uuid is null or s.id = ${id ?? null}::uuid
    order by s.is_sample, p.name, s.format, s.name`.execute(of(db));
  return rows.rows.map((row) => ({ ...row, last: importOf(row) }) as unknown as ListedSource);
}

/** The latest imports of a source. */
export async function importsOf(db: Db, sourceId: string, most: number): Promise<LastImport[]> {
  const rows = await sql<
    Record<string, unknown>
  >`select i.id as import_id, i.state as import_state, i.started_at,
      i.finished_at, i.beat_at, i.dry_run, i.not_modified, i.read_count, i.created_count, i.updated_count, i.refused_count,
      i.gone_count, i.missing_count, i.actor as import_actor, i.error
    from catalog.import i where i.source_id = ${sourceId} order by i.started_at desc, i.id desc limit ${most}`.execute(
    of(db),
  );
  return rows.rows.flatMap((row) => importOf(row) ?? []);
}

export interface SourceRow {
  readonly id: string;
  readonly platformId: string;
  readonly format: string;
  readonly name: string;
  readonly location: string | null;
  readonly mapping: Readonly<Record<string, string>> | null;
  readonly everyHours: number | null;
  readonly nextImportAt: Date | null;
}

/** Whether another source has this platform, format and name already. */
export async function isTaken(
  db: Db,
  source: { id: string; platformSlug: string; format: string; name: string },
): Promise<boolean> {
  const row = await of(db)
    .selectFrom('catalog.source as s')
    .innerJoin('catalog.platform as p', 'p.id', 's.platform_id')
    .select('s.id')
    .where('p.slug', '=', source.platformSlug)
    .where('s.format', '=', source.format)
    .where('s.name', '=', source.name)
    .where('s.id', '<>', source.id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds or changes a source; a changed address forgets what its last answer was. */
export async function saveSource(db: Db, row: SourceRow, now: Date): Promise<void> {
  await of(db)
    .insertInto('catalog.source')
    .values({
      id: row.id,
      platform_id: row.platformId,
      format: row.format,
      name: row.name,
      location: row.location,
      mapping: row.mapping ? JSON.stringify(row.mapping) : null,
      every_hours: row.everyHours,
      next_import_at: row.nextImportAt,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        platform_id: row.platformId,
        format: row.format,
        name: row.name,
        location: row.location,
        mapping: row.mapping ? JSON.stringify(row.mapping) : null,
        every_hours: row.everyHours,
        next_import_at: row.nextImportAt,
        etag: null,
        last_modified: null,
        failures: 0,
        last_error: null,
      }),
    )
    .execute();
}

export async function savePlatformUrl(db: Db, platformId: string, url: string | null): Promise<void> {
  await of(db).updateTable('catalog.platform').set({ url }).where('id', '=', platformId).execute();
}

export async function saveFile(
  db: Db,
  sourceId: string,
  file: { key: string; name: string; bytes: number },
): Promise<void> {
  await of(db)
    .updateTable('catalog.source')
    .set({ file_key: file.key, file_name: file.name, file_bytes: file.bytes })
    .where('id', '=', sourceId)
    .execute();
}

export async function savePaused(
  db: Db,
  sourceId: string,
  paused: boolean,
  next: Date | null,
): Promise<void> {
  await of(db)
    .updateTable('catalog.source')
    .set({ paused, next_import_at: next })
    .where('id', '=', sourceId)
    .execute();
}

/** Names of platforms that are there already, to choose from. */
export async function platformNames(db: Db): Promise<string[]> {
  const rows = await of(db)
    .selectFrom('catalog.platform')
    .select('name')
    .orderBy('name')
    .limit(300)
    .execute();
  return rows.map((row) => row.name);
}
