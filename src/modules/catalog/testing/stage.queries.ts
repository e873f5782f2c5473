import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

export interface QueuedJob {
  readonly key: string | null;
  readonly task: string;
  readonly payload: { readonly sourceId: string };
}

/** Jobs that wait for a worker. */
export async function queuedJobs(db: Db, task: string): Promise<QueuedJob[]> {
  const rows =
    await sql<QueuedJob>`select j.key, j.task_identifier as task, p.payload from graphile_worker.jobs j
    join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = ${task} order by j.id`.execute(
      tables(db),
    );
  return rows.rows;
}

export async function clearJobs(db: Db): Promise<void> {
  await sql`delete from graphile_worker._private_jobs`.execute(tables(db));
}

export interface StoredSource {
  readonly format: string;
  readonly failures: number;
  readonly last_error: string | null;
  readonly next_import_at: Date | null;
  readonly etag: string | null;
}

export async function storedSource(db: Db, id: string): Promise<StoredSource | undefined> {
  const rows =
    await sql<StoredSource>`select format, failures, last_error, next_import_at, etag from catalog.source
    where id = ${id}`.execute(tables(db));
  return rows.rows[0];
}

export interface StoredImport {
  readonly id: string;
  readonly state: string;
  readonly not_modified: boolean;
  readonly dry_run: boolean;
  readonly read_count: number;
  readonly created_count: number;
  readonly actor: string;
  readonly location: string;
  readonly error: string | null;
}

export async function storedImports(db: Db, sourceId: string): Promise<StoredImport[]> {
  const rows =
    await sql<StoredImport>`select id, state, not_modified, dry_run, read_count, created_count, actor,
    location, error from catalog.import where source_id = ${sourceId} order by started_at, id`.execute(
      tables(db),
    );
  return rows.rows;
}
