import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { settleBatch, settleChanges } from './settle-changes.ts';
import { firstCourse, tellNearDays } from './tell-near-days.ts';

/** Every quarter of an hour: changes that have held are told. */
export const settleChangesJob: JobTask = {
  name: 'catalog-settle-changes',
  cron: '3,18,33,48 * * * *',
  async run({ db, actor, signal }) {
    let done = settleBatch;
    while (done === settleBatch && !signal.aborted)
      done = await transact(db, (inner) => settleChanges(inner, actor));
  },
};

/** Every hour, since each zone begins its days at another one: days that come near by themselves. */
export const nearDaysJob: JobTask = {
  name: 'catalog-near-days',
  cron: '12 * * * *',
  async run({ db, actor, signal }) {
    let after: string | undefined = firstCourse;
    while (after !== undefined && !signal.aborted) {
      const from: string = after;
      after = await transact(db, (inner) => tellNearDays(inner, actor, from));
    }
  },
};
