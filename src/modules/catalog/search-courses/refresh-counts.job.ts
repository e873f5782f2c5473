import type { Subscriber } from '../../../platform/events/event.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { coursesChangedName } from '../events.ts';
import { refreshCounts } from './refresh-counts.ts';

const name = 'catalog-refresh-counts';
/** An import goes on changing courses: counting waits until it has been quiet for this long. */
const quiet = 8000;

/** Counts the catalogue ahead for whoever browses; nightly as well, when dates have passed. */
export const refreshCountsJob: JobTask = {
  name,
  cron: '25 0 * * *',
  run: async ({ db, actor }) => void (await refreshCounts(db, actor.now)),
};

/** After courses changed, the counts are made again, once for many changes. */
export const countsSubscriber: Subscriber = {
  name: 'catalog-counts',
  events: [coursesChangedName],
  handle: async (db, events) => {
    const latest = Math.max(...events.map((event) => event.at.getTime()));
    await enqueue(db, name, {}, { key: name, runAt: new Date(latest + quiet) });
  },
};
