import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { publishDue, publishTask } from './move-article.ts';

/** Woken at the instant of each scheduled article, and once a minute for whatever was left behind. */
export const publishJob: JobTask = {
  name: publishTask,
  cron: '* * * * *',
  async run({ db, actor }) {
    await transact(db, (inner) => publishDue(inner, actor));
  },
};
