import { transact } from '../../../platform/db/transact.ts';
import type { JobScene, JobTask } from '../../../platform/jobs/job.ts';
import { countUnread } from './count-unread.ts';
import { deliverTask } from './due.ts';
import { spreadNews } from './spread-news.queries.ts';
import { writeLetters } from './write-letters.ts';

const newsAtOnce = 500;

/**
 * Brings news to those who follow: first into their lists, then, as far as it is due, into letters. Woken at the end of
 * the minute of an announcement; every ten minutes for digests and for whatever was left behind. Each step is one
 * transaction, so that a kill leaves each piece of news either told or still waiting.
 */
export const deliverNewsJob: JobTask = {
  name: deliverTask,
  cron: '*/10 * * * *',
  async run({ db, actor, tools, signal }: JobScene): Promise<void> {
    while (!signal.aborted && (await transact(db, (inner) => spreadSome(inner, actor.now)))) continue;
    while (!signal.aborted && (await transact(db, (inner) => writeLetters(inner, actor, tools)))) continue;
  },
};

async function spreadSome(db: JobScene['db'], now: Date): Promise<boolean> {
  const accounts = await spreadNews(db, now, newsAtOnce);
  if (accounts === undefined) return false;
  await countUnread(db, accounts);
  return true;
}
