import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { coursesChanged } from '../events.ts';
import { saveChanges } from '../resolve-course/changes.queries.ts';
import { indexCourses } from '../search-courses/index-courses.ts';
import { archiveGone } from './retire-courses.queries.ts';

const dayMs = 86_400_000;
/** Courses archived in one transaction. */
export const retireBatch = 500;

/**
 * Archives courses that no source has listed for the grace time: out of the lists, their page stays and says so. They
 * come back as soon as a source lists them again. Returns how many; as many as a batch means that there may be more.
 */
export async function retireCourses(db: Db, actor: Actor, graceDays: number): Promise<number> {
  const goneBefore = new Date(actor.now.getTime() - graceDays * dayMs);
  const ids = await archiveGone(db, goneBefore, actor.now, retireBatch);
  if (ids.length === 0) return 0;
  const changes = ids.map((courseId) => ({ courseId, kind: 'archived' as const, fields: [] }));
  await saveChanges(db, changes, { now: actor.now });
  await indexCourses(db, ids, actor.now);
  await publish(db, actor, coursesChanged(ids));
  return ids.length;
}
