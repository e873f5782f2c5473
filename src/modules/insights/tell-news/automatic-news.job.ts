import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { keepAutomaticNews } from '../../editorial/index.ts';
import { bestReviewed, mostFollowed, newCourses } from './automatic-news.queries.ts';

/** Tells the news what the catalogue, its followers and its reviews say now. */
export async function tellAutomaticNews(db: Db, now: Date): Promise<void> {
  const sections = [
    { kind: 'new-courses', items: await newCourses(db, now) },
    { kind: 'most-followed', items: await mostFollowed(db) },
    { kind: 'best-reviewed', items: await bestReviewed(db, now) },
  ] as const;
  await keepAutomaticNews(db, sections, now);
}

export const automaticNewsJob: JobTask = {
  name: 'insights-automatic-news',
  cron: '*/15 * * * *',
  async run({ db, actor }) {
    await transact(db, (inner) => tellAutomaticNews(inner, actor.now));
  },
};
