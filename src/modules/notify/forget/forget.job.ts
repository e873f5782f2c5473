import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { forgetOld } from './forget.queries.ts';

/** A year of news is kept: what opened last autumn says when it opens again. */
const keptDays = 400;

/** Every night. */
export const forgetNewsJob: JobTask = {
  name: 'notify-forget',
  cron: '47 2 * * *',
  run: ({ db, actor }) => {
    const before = new Date(actor.now.getTime() - keptDays * 86_400_000);
    return transact(db, (inner) => forgetOld(inner, actor.now, before));
  },
};
