import { z } from 'zod';
import type { Db } from '../../../platform/db/database.ts';
import type { Event, Subscriber } from '../../../platform/events/event.ts';
import { indexCourses } from '../search-courses/index-courses.ts';
import { saveRatings } from './take-ratings.queries.ts';

const told = z.object({
  scores: z.array(z.object({ courseId: z.uuid(), mean: z.number(), count: z.int().min(0) })),
});

/** The reviews' scores become what lists show and order by. They stand above the catalogue: it knows their event only. */
export const ratingsSubscriber: Subscriber = {
  name: 'catalog-ratings',
  events: ['reviews.rating-changed'],
  handle: takeRatings,
};

const batch = 500;

/** Of a course that is told twice the last word counts. */
async function takeRatings(db: Db, events: readonly Event[]): Promise<void> {
  const now = new Date(Math.max(...events.map((event) => event.at.getTime())));
  const latest = new Map(
    events.flatMap((event) => told.parse(event.data).scores).map((score) => [score.courseId, score]),
  );
  const scores = [...latest.values()];
  for (let at = 0; at < scores.length; at += batch) {
    const changed = await saveRatings(db, scores.slice(at, at + batch));
    await indexCourses(db, changed, now);
  }
}
