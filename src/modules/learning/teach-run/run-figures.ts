import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { type CountedFigures, countRun, keepFigures, keptFigures, runsToCount } from './figures.queries.ts';

/** A run with more people is counted every five minutes instead of for each page. */
export const mostCountedLive = 2000;

/** How a run stands: counted now, or for a large one as it was counted some minutes ago. */
export async function runFigures(db: Db, runId: string, now: Date): Promise<CountedFigures> {
  const kept = await keptFigures(db, runId);
  if (kept && kept.people.all + kept.people.waiting + kept.people.left > mostCountedLive) return kept;
  return { ...(await countRun(db, runId, now)), countedAt: now };
}

export const countRunsJob: JobTask = {
  name: 'learning-count-runs',
  cron: '*/5 * * * *',
  async run({ db, actor, signal }) {
    for (const runId of await runsToCount(db, mostCountedLive)) {
      if (signal.aborted) return;
      await transact(db, async (inner) =>
        keepFigures(inner, runId, await countRun(inner, runId, actor.now), actor.now),
      );
    }
  },
};
