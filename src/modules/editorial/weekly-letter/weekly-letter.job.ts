import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { sendLetters } from './weekly-letter.ts';

/** Looks every hour whether a letter may go: an approval that comes late is still in time that week. */
export const letterJob: JobTask = {
  name: 'editorial-letter',
  cron: '5 * * * *',
  async run({ db, actor, tools }) {
    await transact(db, (inner) => sendLetters(inner, actor, tools));
  },
};
