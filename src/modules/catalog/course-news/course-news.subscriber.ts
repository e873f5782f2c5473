import { z } from 'zod';
import { systemActor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Event, Subscriber } from '../../../platform/events/event.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { moveTopic } from '../../notify/index.ts';
import { coursesChangedName, coursesMergedName } from '../events.ts';
import { courseTopic } from '../follow-course/course-topic.ts';
import { noteChanges } from './note-changes.ts';

const changedData = z.object({ courseIds: z.array(z.uuid()) });
const mergedData = z.object({ keptId: z.uuid(), goneId: z.uuid() });

/** Notes what followers may want to hear, and lets who follows a course that was merged follow what it became. */
export const courseNewsSubscriber: Subscriber = {
  name: 'catalog-course-news',
  events: [coursesChangedName, coursesMergedName],
  async handle(db, events) {
    for (const event of events) if (event.name === coursesMergedName) await moveFollowers(db, event);
    const changed = events.filter((event) => event.name === coursesChangedName);
    if (changed.length === 0) return;
    const ids = new Set(changed.flatMap((event) => changedData.parse(event.data).courseIds));
    const from = new Date(Math.min(...changed.map((event) => event.at.getTime())));
    await noteChanges(db, [...ids], from);
  },
};

/**
 * A split later leaves them with the course that stayed: whom a merge brought is not known any more, and both courses
 * are one tap away.
 */
async function moveFollowers(db: Db, event: Event): Promise<void> {
  const { keptId, goneId } = mergedData.parse(event.data);
  const actor = systemActor('catalog-course-news', event.at, systemIds({ now: () => event.at }));
  await moveTopic(db, actor, courseTopic(goneId), courseTopic(keptId));
}
