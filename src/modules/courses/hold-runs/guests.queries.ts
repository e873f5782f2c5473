import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

/** Addresses that were never told of their invitation; they count as told from now on. */
export async function guestsToTell(db: Db, runId: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    update courses.run_guest set told_at = ${now}::timestamptz
    where run_id = ${runId}::uuid and told_at is null and address not like '@%' returning address`.execute(
    tables<CoursesTables>(db),
  );
  return rows.map(({ address }) => address).sort();
}
