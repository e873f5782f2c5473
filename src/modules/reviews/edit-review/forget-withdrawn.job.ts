import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { deleteWithdrawn } from './edit-review.queries.ts';
import { daysToTakeBack } from './withdraw-review.ts';

/** Each night: what its author withdrew, and can take back no more, is deleted. */
export const forgetWithdrawnJob: JobTask = {
  name: 'reviews-forget-withdrawn',
  cron: '23 3 * * *',
  run: ({ db, actor }) => {
    const before = new Date(actor.now.getTime() - daysToTakeBack * 86_400_000);
    return transact(db, (inner) => deleteWithdrawn(inner, before));
  },
};
