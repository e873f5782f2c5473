import { z } from 'zod';
import { type Actor, systemActor } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Event, Subscriber } from '../../../platform/events/event.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { ratingsChangedName } from '../events.ts';
import { fitScores, scoreCourses } from './score-courses.ts';

const told = z.object({ courseIds: z.array(z.uuid()) });

/** After ratings changed, the scores of their courses, and of no others, are made anew. */
export const scoresSubscriber: Subscriber = {
  name: 'reviews-scores',
  events: [ratingsChangedName],
  handle: async (db, events) => {
    const courseIds = new Set(events.flatMap((event) => told.parse(event.data).courseIds));
    await scoreCourses(db, actorOf(events), [...courseIds]);
  },
};

/** Scores are as of the instant of the last rating that is told. */
function actorOf(events: readonly Event[]): Actor {
  const at = new Date(Math.max(...events.map((event) => event.at.getTime())));
  return systemActor('reviews-scores', at, systemIds({ now: () => at }));
}

export const fitScoresTask = 'reviews-fit-scores';

/** Every night: the reference day moves on, and priors, m and percentiles follow what was rated since. */
export const fitScoresJob: JobTask = {
  name: fitScoresTask,
  cron: '40 0 * * *',
  run: ({ db, actor }) => transact(db, (inner) => fitScores(inner, actor)),
};
