import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { rankMonth } from './rankings.queries.ts';

/** First day of the month of an instant, in UTC. */
export const monthOf = (at: Date): string => `${dayOf(at).slice(0, 7)}-01`;

/** Each night, after the scores were fitted: the month that runs. A month that is over keeps its last night. */
export const rankMonthJob: JobTask = {
  name: 'insights-rank-month',
  cron: '40 3 * * *',
  run: ({ db, tools }) => {
    const now = tools.clock.now();
    return transact(db, (inner) => rankMonth(inner, monthOf(now), now));
  },
};
