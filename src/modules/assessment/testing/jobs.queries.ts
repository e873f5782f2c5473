import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** Jobs of a task that wait with this in their payload. */
export async function jobsNamed(
  db: Db,
  task: string,
  word: string,
): Promise<{ readonly payload: unknown; readonly run_at: Date }[]> {
  const { rows } = await sql<{ payload: unknown; run_at: Date }>`
    select p.payload, j.run_at from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
    where j.task_identifier = ${task} and strpos(p.payload::text, ${word}) > 0`.execute(tables(db));
  return rows;
}
