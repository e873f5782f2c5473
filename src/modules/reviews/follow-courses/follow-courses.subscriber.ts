import { z } from 'zod';
import { systemActor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Event, Subscriber } from '../../../platform/events/event.ts';
import { publish } from '../../../platform/events/publish.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { ratingsChanged } from '../events.ts';
import { standWhereCoursesStand } from './follow-courses.queries.ts';

const told = z.object({ keptId: z.uuid(), goneId: z.uuid().optional(), courseId: z.uuid().optional() });

/**
 * Reviews and ratings follow their course when it is merged into another one, and go back with it when the merge is
 * taken back: exactly those that came, since each remembers where it was given.
 */
export const followCoursesSubscriber: Subscriber = {
  name: 'reviews-follow-courses',
  events: ['catalog.courses-merged', 'catalog.course-split'],
  handle: followCourses,
};

async function followCourses(db: Db, events: readonly Event[]): Promise<void> {
  const named = events.flatMap((event) => Object.values(told.parse(event.data)));
  const changed = await standWhereCoursesStand(db, [...new Set(named.filter((id) => id !== undefined))]);
  if (changed.length === 0) return;
  const now = new Date(Math.max(...events.map((event) => event.at.getTime())));
  const actor = systemActor('reviews-follow-courses', now, systemIds({ now: () => now }));
  await publish(db, actor, ratingsChanged(changed));
}
