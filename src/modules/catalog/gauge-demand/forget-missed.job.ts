import type { JobTask } from '../../../platform/jobs/job.ts';
import { transact } from '../../../platform/db/transact.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { forgetMissed } from './missed-searches.queries.ts';

/** Words that fewer searched are shown to nobody: they may be about one person. */
export const fewestShown = 3;
/** A demand of more than a year ago says little about this one. */
export const daysKept = 400;
const rareDaysKept = 30;

const daysAgo = (now: Date, days: number): string => dayOf(new Date(now.getTime() - days * 86_400_000));

/** Every night: counts of searches are kept for thirteen months, those of rare words for one. */
export const forgetMissedJob: JobTask = {
  name: 'catalog-forget-missed-searches',
  cron: '50 3 * * *',
  run: ({ db, actor: { now } }) =>
    transact(db, async (inner) => {
      const before = daysAgo(now, daysKept);
      await forgetMissed(inner, { before, rareBefore: daysAgo(now, rareDaysKept), rare: fewestShown });
    }),
};
