import type { Db } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { keepBefore } from './keep-before.queries.ts';

export const matchTask = 'catalog-match-searches';
/** Changes come in batches: matching waits for the next of these seconds and takes all that came. */
const rhythmMs = 10_000;

/** In the transaction that changes courses, before their search entries are made again: saved searches hear of it. */
export async function expectMatches(db: Db, courseIds: readonly string[], now: Date): Promise<void> {
  if (courseIds.length === 0 || (await keepBefore(db, courseIds, now)) === 0) return;
  const runAt = new Date(Math.ceil(now.getTime() / rhythmMs) * rhythmMs);
  await enqueue(db, matchTask, {}, { key: matchTask, runAt });
}
