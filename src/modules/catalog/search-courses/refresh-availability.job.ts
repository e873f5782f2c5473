import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { indexCourses } from './index-courses.ts';
import { dueCourses } from './index-courses.queries.ts';

const batch = 500;

/** Dates pass: entries whose day has come are made again. Harmless to run twice, and goes on where it was stopped. */
export const refreshAvailabilityJob: JobTask = {
  name: 'catalog-refresh-availability',
  cron: '5 0 * * *',
  async run({ db, actor, signal }) {
    const today = dayOf(actor.now);
    let ids = await dueCourses(db, today, batch);
    while (ids.length > 0 && !signal.aborted) {
      const due = ids;
      await transact(db, (inner) => indexCourses(inner, due, actor.now));
      ids = await dueCourses(db, today, batch);
    }
  },
};
