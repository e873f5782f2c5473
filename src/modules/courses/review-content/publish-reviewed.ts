import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { mayPublish } from '../policy.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { reviewStanding, setUnderConstruction } from './review-content.queries.ts';
import { nothingMissing, requestsOpen, signOffsMissing } from './review-refusals.ts';
import { hasGaps, reviewGaps } from './review-standing.ts';

/** Lets pass what its course's rules let pass: every sign-off there, no request open. @throws Refusal 409 */
export async function demandReviewed(db: Db, courseId: string): Promise<void> {
  const { colleagues, committee, requests } = reviewGaps(await reviewStanding(db, courseId));
  demand(requests === 0, () => requestsOpen(requests));
  demand(colleagues + committee === 0, () => signOffsMissing(colleagues + committee));
}

/**
 * Publishes what its reviewers signed off; a course that was opened early is under construction no more.
 * @throws Refusal 403, 404; 409 while sign-offs are missing or requests open; 422 for a course without a unit
 */
export async function publishReviewed(
  db: Db,
  actor: Actor,
  { courseId, changes }: { readonly courseId: string; readonly changes: string },
): Promise<{ readonly number: number }> {
  const { id } = await holdCourse(db, actor, courseId, mayPublish);
  await demandReviewed(db, id);
  await setUnderConstruction(db, id, false);
  return publishCourse(db, actor, { courseId: id, changes });
}

/**
 * Publishes the draft while colleagues still read it; learners are told that it is under construction.
 * @throws Refusal 403, 404; 409 where nothing is missing; 422 for a course without a unit
 */
export async function openEarly(
  db: Db,
  actor: Actor,
  courseId: string,
): Promise<{ readonly number: number }> {
  const { id } = await holdCourse(db, actor, courseId, mayPublish);
  demand(hasGaps(reviewGaps(await reviewStanding(db, id))), nothingMissing);
  await setUnderConstruction(db, id, true);
  return publishCourse(db, actor, { courseId: id });
}
