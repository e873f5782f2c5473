import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables, ImportState } from '../tables.ts';
import { storableText } from '../../../platform/db/storable-text.ts';
import type { ImportCounts } from './sources.queries.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface NewImport {
  readonly id: string;
  readonly sourceId: string;
  readonly now: Date;
  readonly location: string;
  readonly actor: string;
  readonly actorId: string | undefined;
  readonly dryRun: boolean;
}

/**
 * Writes down that an import has begun. Called with the source's lock: whatever still says "running" has died, and what
 * it staged is of no use any more.
 */
export async function startImport(db: Db, row: NewImport): Promise<void> {
  await sql`delete from catalog.staged where import_id in (select id from catalog.import
    where source_id = ${row.sourceId} and state = 'running')`.execute(of(db));
  await of(db)
    .updateTable('catalog.import')
    .set({ state: 'stopped', finished_at: sql<Date>`coalesce(beat_at, started_at)` })
    .where('source_id', '=', row.sourceId)
    .where('state', '=', 'running')
    .execute();
  await of(db)
    .insertInto('catalog.import')
    .values({
      id: row.id,
      source_id: row.sourceId,
      started_at: row.now,
      beat_at: row.now,
      location: row.location,
      actor: row.actor,
      actor_id: row.actorId ?? null,
      dry_run: row.dryRun,
    })
    .execute();
}

export interface ImportStep {
  readonly phase: 'reading' | 'applying';
  readonly done: number;
  readonly total?: number;
}

const countColumns = (counts: ImportCounts) => ({
  read_count: counts.read,
  created_count: counts.created,
  updated_count: counts.updated,
  unchanged_count: counts.unchanged,
  refused_count: counts.refused,
  degraded_count: counts.degraded,
  gone_count: counts.gone,
  returned_count: counts.returned,
});

/** How far a running import is. */
export async function saveProgress(
  db: Db,
  importId: string,
  counts: ImportCounts,
  step: ImportStep,
  now: Date,
): Promise<void> {
  await of(db)
    .updateTable('catalog.import')
    .set({
      ...countColumns(counts),
      phase_at: sql<Date>`case when phase is distinct from ${step.phase} then ${now} else phase_at end`,
      phase: step.phase,
      done_count: step.done,
      total_count: step.total ?? null,
      beat_at: now,
    })
    .where('id', '=', importId)
    .execute();
}

export async function saveBeat(db: Db, importId: string, now: Date): Promise<void> {
  await of(db).updateTable('catalog.import').set({ beat_at: now }).where('id', '=', importId).execute();
}

export interface ImportEnd {
  readonly state: ImportState;
  readonly now: Date;
  readonly error?: string | undefined;
  readonly incomplete?: string | undefined;
  /** How many would go, for state 'waiting' and for dry runs. */
  readonly missing?: number;
}

/** How an import ended. An older question of the same source, what to do with what is missing, is overtaken by it. */
export async function endImport(
  db: Db,
  importId: string,
  counts: ImportCounts,
  end: ImportEnd,
): Promise<void> {
  await of(db)
    .updateTable('catalog.import')
    .set({
      ...countColumns(counts),
      state: end.state,
      finished_at: end.now,
      beat_at: end.now,
      error: end.error === undefined ? null : storableText(end.error),
      incomplete: end.incomplete ?? null,
      missing_count: end.missing ?? 0,
    })
    .where('id', '=', importId)
    .execute();
}

/** A complete import knows better than an older one what is missing. */
export async function overtakeQuestions(
  db: Db,
  sourceId: string,
  importId: string,
  now: Date,
): Promise<void> {
  await of(db)
    .updateTable('catalog.import')
    .set({ state: 'done', decision: 'overtaken', decided_at: now })
    .where('source_id', '=', sourceId)
    .where('state', '=', 'waiting')
    .where('id', '<>', importId)
    .execute();
}

/** Imports whose process died: no sign of life since, and nobody holds their source. Returns how many. */
export async function stopDeadImports(db: Db, silentSince: Date): Promise<number> {
  const rows = await sql`
    with silent as materialized (select id, source_id from catalog.import
      where state = 'running' and coalesce(beat_at, started_at) < ${silentSince}),
    dead as materialized (select id from silent
      where pg_try_advisory_xact_lock(hashtextextended(source_id::text, 1)))
    update catalog.import i set state = 'stopped', finished_at = coalesce(i.beat_at, i.started_at)
    from dead where i.id = dead.id and i.state = 'running' returning i.id`.execute(of(db));
  return rows.rows.length;
}
