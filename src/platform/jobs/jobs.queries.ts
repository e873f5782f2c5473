import { sql } from 'kysely';
import { type Db, tables } from '../db/database.ts';

export interface JobOptions {
  /** One waiting job a key: a second one replaces the first. */
  readonly key?: string;
  readonly runAt?: Date;
  /** Lower runs first; default 0. */
  readonly priority?: number;
  readonly attempts?: number;
}

/** Adds a job in the transaction of the caller: it exists only if the deed does. */
export async function enqueue(
  db: Db,
  task: string,
  payload: unknown,
  options: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${task}, ${JSON.stringify(payload)}::json, null, ${options.runAt ?? null}::timestamptz,
    ${options.attempts ?? 8}::int, ${options.key ?? null}, ${options.priority ?? 0}::int, null, 'replace')`.execute(
    tables(db),
  );
}

/** Says that a worker is alive. */
export async function beat(db: Db, workers: readonly string[], process: string, now: Date): Promise<void> {
  if (workers.length === 0) return;
  await sql`insert into platform.worker (id, process, started_at, beat_at)
    select id, ${process}, ${now}, ${now} from unnest(${workers}::text[]) as id
    on conflict (id) do update set beat_at = excluded.beat_at`.execute(tables(db));
}

/**
 * Gives back the jobs of workers that stopped beating (their process was killed): without it they would stay locked
 * for four hours. Returns the ids of those workers.
 */
export async function releaseDeadWorkers(db: Db, beforeBeat: Date): Promise<string[]> {
  const dead = await sql<{ id: string }>`
    with lost as (delete from platform.worker where beat_at < ${beforeBeat} returning id),
    orphan as (
      select distinct locked_by as id from graphile_worker.jobs
      where locked_by is not null and locked_at < ${beforeBeat}
        and locked_by not in (select id from platform.worker where beat_at >= ${beforeBeat})
    )
    select id from lost union select id from orphan`.execute(tables(db));
  const ids = dead.rows.map((row) => row.id);
  if (ids.length > 0)
    await sql`select graphile_worker.force_unlock_workers(${ids}::text[])`.execute(tables(db));
  return ids;
}

export async function forgetWorkers(db: Db, workers: readonly string[]): Promise<void> {
  await sql`delete from platform.worker where id = any(${workers}::text[])`.execute(tables(db));
}
