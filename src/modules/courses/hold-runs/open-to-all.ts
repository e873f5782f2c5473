import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import type { CourseAtHand } from '../course-people/course-at-hand.queries.ts';
import { offerRun } from '../offer-run/offer-run.ts';
import { mayPublish } from '../policy.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { demandReviewed } from '../review-content/publish-reviewed.ts';
import { setUnderConstruction } from '../review-content/review-content.queries.ts';
import { runsOf } from './hold-runs.queries.ts';
import { makeMooc } from './open-to-all.queries.ts';

/**
 * A course that was tried with a few opens to the world: it becomes a MOOC with a self-paced run for all, in a version of
 * today. Runs, people, answers and what was found in them stay as they are: questions and units keep their ids.
 * Where a run is open to all already, nothing happens.
 * @throws Refusal 404, 403, 409 while its review is not done, 422 for a course without a unit
 */
export async function openToAll(db: Db, actor: Actor, courseId: string): Promise<CourseAtHand> {
  const course = await holdCourse(db, actor, courseId, mayPublish);
  if ((await runsOf(db, course.id)).some(({ access }) => access === 'open')) return course;
  await demandReviewed(db, course.id);
  await makeMooc(db, course.id, actor.now);
  await offerRun(db, actor, { courseId: course.id });
  await setUnderConstruction(db, course.id, false);
  await publishCourse(db, actor, { courseId: course.id });
  return course;
}
