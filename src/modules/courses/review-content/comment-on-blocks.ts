import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { isCourseId } from '../keep-course/course-id.ts';
import { mayEdit, mayPublish, mayReview, type StaffMember } from '../policy.ts';
import { courseNotFound, notYourRole } from '../refusals.ts';
import {
  insertComment,
  openComments,
  type ReviewComment,
  setAnswer,
  settle,
} from './review-content.queries.ts';

export interface CommentInput {
  /** Made with the form, so that it is kept once. */
  readonly id: string;
  readonly block: string;
  readonly kind: 'remark' | 'request';
  readonly text: string;
}

/** Says something about a block of the draft. @throws Refusal 403, 404 also for a block that the draft has not */
export async function commentOnBlock(
  db: Db,
  actor: Actor,
  { courseId, input }: { readonly courseId: string; readonly input: CommentInput },
): Promise<void> {
  const course = await holdCourse(db, actor, courseId, mayReview);
  const { id, block: blockId, kind, text } = input;
  const comment = { id, courseId: course.id, blockId, kind, text, by: actor.id, now: actor.now };
  demand(await insertComment(db, comment), courseNotFound);
}

interface CommentPlace {
  readonly courseId: string;
  readonly commentId: string;
}

/** One line in reply, in place of the one before. @throws Refusal 403, 404 */
export async function answerComment(
  db: Db,
  actor: Actor,
  { courseId, commentId, answer }: CommentPlace & { readonly answer: string },
): Promise<void> {
  const course = await holdCourse(db, actor, courseId, mayReview);
  const { id } = await commentIn(db, course.id, commentId);
  await setAnswer(db, { id, by: actor.id }, answer);
}

/** Who wrote a comment settles it; so do authors a remark and owners a request. @throws Refusal 403, 404 */
export async function settleComment(
  db: Db,
  actor: Actor,
  { courseId, commentId }: CommentPlace,
): Promise<void> {
  const course = await holdCourse(db, actor, courseId, mayReview);
  const comment = await commentIn(db, course.id, commentId);
  demand(maySettle(course.staff, actor, comment), notYourRole);
  await settle(db, { id: comment.id, by: actor.id }, actor.now);
}

/** An author must not wave away what a colleague demands. */
export const maySettle = (staff: readonly StaffMember[], actor: Actor, comment: ReviewComment): boolean =>
  (actor.id !== undefined && comment.writtenBy === actor.id) ||
  (comment.kind === 'remark' ? mayEdit : mayPublish)(staff, actor);

async function commentIn(db: Db, courseId: string, id: string): Promise<ReviewComment> {
  const [comment] = isCourseId(id) ? await openComments(db, courseId, id) : [];
  if (!comment) throw courseNotFound();
  return comment;
}
