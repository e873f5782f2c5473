import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { mayEdit } from '../policy.ts';
import { keepConfirmation } from './upkeep.queries.ts';

/** Says that all of a course is still right, without a change: nobody is asked for another three months. @throws Refusal 403, 404 */
export async function confirmUpToDate(db: Db, actor: Actor, courseId: string): Promise<void> {
  const { id } = await holdCourse(db, actor, courseId, mayEdit);
  const by = actor.kind === 'person' ? (actor.id ?? null) : null;
  await keepConfirmation(db, { courseId: id, by, now: actor.now });
}
