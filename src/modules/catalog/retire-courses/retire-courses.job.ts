import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { sourceSettings } from '../manage-sources/allowed-hosts.ts';
import { retireBatch, retireCourses } from './retire-courses.ts';

/** Every night: courses that nobody lists any more are archived after the grace time. */
export const retireCoursesJob: JobTask = {
  name: 'catalog-retire-courses',
  cron: '40 2 * * *',
  async run({ db, actor, signal }) {
    const { graceDays } = await sourceSettings(db);
    while (!signal.aborted)
      if ((await transact(db, (inner) => retireCourses(inner, actor, graceDays))) < retireBatch) return;
  },
};
