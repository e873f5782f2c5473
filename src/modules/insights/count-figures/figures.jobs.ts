import { transact } from '../../../platform/db/transact.ts';
import type { Subscriber } from '../../../platform/events/event.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { coursesChangedName } from '../../catalog/index.ts';
import { refreshFigures } from './figures.ts';

const name = 'insights-refresh-figures';
/** An import goes on changing courses for a while. */
const quietMs = 60_000;

/** Counts the figures anew: each night, and once after courses changed. */
export const refreshFiguresJob: JobTask = {
  name,
  cron: '10 1 * * *',
  run: async ({ db, tools }) =>
    void (await transact(db, (inner) => refreshFigures(inner, tools.clock.now()))),
};

export const figuresSubscriber: Subscriber = {
  name: 'insights-figures',
  events: [coursesChangedName],
  handle: async (db, events) => {
    const latest = Math.max(...events.map((event) => event.at.getTime()));
    await enqueue(db, name, {}, { key: name, runAt: new Date(latest + quietMs) });
  },
};
