import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { mayPublish } from '../policy.ts';
import { keepPlanned, openingOf, type Planned } from './planned.queries.ts';

/** Nobody is asked whether they would take what they can take. */
const openAlready = () =>
  new Refusal(409, 'courses.open-already', 'courses.to-come.refusal.open', { field: 'state' });

/** Says what a course will be, and whether everybody is asked about it. @throws Refusal 403, 404, 409 for a course that is open */
export async function describePlanned(
  db: Db,
  actor: Actor,
  { courseId, planned }: { readonly courseId: string; readonly planned: Planned },
): Promise<void> {
  const { id } = await holdCourse(db, actor, courseId, mayPublish);
  const isOpen = planned.state === 'asking' && (await openingOf(db, id, dayOf(actor.now))) !== undefined;
  demand(!isOpen, openAlready);
  await keepPlanned(db, id, planned, actor.now);
}
