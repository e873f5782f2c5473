import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { mayEdit, mayPublish, type StaffMember } from '../policy.ts';
import { notYourRole } from '../refusals.ts';
import { insertRequest, insertSignOff, reviewStanding, setRule } from './review-content.queries.ts';
import { committeeLater, draftChanged, notAsked, ownSignOff, requestsOpen } from './review-refusals.ts';
import { reviewGaps, type ReviewRule, type ReviewStanding, type SignOffPart } from './review-standing.ts';

/** Says that the draft, as it is now, is ready to be reviewed. @throws Refusal 403, 404 */
export async function askForReview(db: Db, actor: Actor, courseId: string): Promise<void> {
  const { id, revision } = await holdCourse(db, actor, courseId, mayEdit);
  await insertRequest(db, { courseId: id, revision, by: actor.id, now: actor.now });
}

/**
 * In which part somebody signs; undefined for those who do not. Reviewers are the committee, where one is asked for.
 * Operators may do what owners may, and owners answer for a course: they do not review it.
 */
export function partOf(
  staff: readonly StaffMember[],
  actor: Actor,
  rule: ReviewRule,
): SignOffPart | undefined {
  const role = staff.find(({ personId }) => personId === actor.id)?.role;
  if (role === 'reviewer') return rule.committee > 0 ? 'committee' : 'colleague';
  return role === 'author' || role === 'teacher' ? 'colleague' : undefined;
}

/**
 * Signs the draft off at the revision that was read.
 * @throws Refusal 403, 404; 409 when it changed, nobody asked, one asked oneself, requests are open or it is too early
 */
export async function signOff(
  db: Db,
  actor: Actor,
  { courseId, revision }: { readonly courseId: string; readonly revision: number },
): Promise<void> {
  const course = await holdCourse(db, actor, courseId, ({ length }) => length > 0);
  const standing = await reviewStanding(db, course.id);
  const part = partOf(course.staff, actor, standing.rule);
  demand(part !== undefined, notYourRole);
  demand(revision === course.revision, draftChanged);
  demandTurn(standing, actor, part);
  const { id } = course;
  await insertSignOff(db, {
    id: actor.ids.next(),
    courseId: id,
    revision,
    part,
    by: actor.id,
    now: actor.now,
  });
}

/** @throws Refusal 409 */
function demandTurn(standing: ReviewStanding, actor: Actor, part: SignOffPart): void {
  const { request, revision, openRequests } = standing;
  demand(request?.revision === revision, notAsked);
  demand(request.personId !== actor.id, ownSignOff);
  demand(openRequests === 0, () => requestsOpen(openRequests));
  demand(part === 'colleague' || reviewGaps(standing).colleagues === 0, committeeLater);
}

/** How many sign-offs this course demands from now on. @throws Refusal 403, 404 */
export async function changeRule(
  db: Db,
  actor: Actor,
  { courseId, rule }: { readonly courseId: string; readonly rule: ReviewRule },
): Promise<void> {
  const { id } = await holdCourse(db, actor, courseId, mayPublish);
  await setRule(db, id, rule);
}
