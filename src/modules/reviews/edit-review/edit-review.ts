import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { examineReview } from '../examine-review/examine-review.ts';
import { openCase } from '../moderate-reviews/open-case.ts';
import { courseNotFound, editedMeanwhile, ownCourse, reviewNotFound, runElsewhere } from '../refusals.ts';
import { changeState, holdReview } from '../review-states/change-state.ts';
import type { ReviewState } from '../tables.ts';
import type { ReviewInput } from '../write-review/review-form.ts';
import { courseToReview } from '../write-review/write-review.queries.ts';
import { demandModeration, factsOf, isRunOf, personOf } from '../write-review/write-review.ts';
import * as queries from './edit-review.queries.ts';

export interface ReviewEdit {
  readonly reviewId: string;
  /** The one that the form showed. */
  readonly version: number;
  readonly says: ReviewInput;
}

/**
 * Changes what a review says; what it said before stays readable, and the new words are examined as the first ones were.
 * Saving without a change does nothing. Returns the state in which it then is.
 * @throws Refusal 404 for everybody but its author, 403 for the provider's own people, 422 when it changed meanwhile or
 *   the run is another course's, 429 past the limits
 */
export async function editReview(
  db: Db,
  actor: Actor,
  { reviewId, version, says }: ReviewEdit,
): Promise<ReviewState> {
  const personId = personOf(actor);
  const review = await queries.ownReview(db, reviewId, personId);
  demand(review !== undefined && review.state !== 'withdrawn', reviewNotFound);
  const course = await courseToReview(db, { id: review.courseId }, personId);
  demand(course !== undefined, courseNotFound);
  demand(course.ownProvider === null, () => ownCourse(course.ownProvider ?? ''));
  if (isDeepStrictEqual(says, review.says)) return review.state;
  demand(says.runId === review.says.runId || isRunOf(course, says), runElsewhere);
  demand(review.version === version, editedMeanwhile);
  await demandModeration(db, personId, actor);
  // the row is locked first: of two edits at once the second finds another version
  const saved = await queries.saveTexts(db, { id: reviewId, version, says, now: actor.now });
  demand(saved, editedMeanwhile);
  await queries.keepEarlierText(db, review, actor.now);
  return examineAgain(db, actor, { review, personId, says });
}

interface Edited {
  readonly review: queries.OwnReview;
  readonly personId: string;
  readonly says: ReviewInput;
}

/** What was rejected, or waits, goes to a person in any case; what was published stays so unless a rule finds a reason. */
async function examineAgain(db: Db, actor: Actor, { review, personId, says }: Edited): Promise<ReviewState> {
  const { id: reviewId, version, courseId } = review;
  const after = review.state === 'published' ? 'published' : 'held';
  await changeState(db, actor, { reviewId, version, deed: 'edit', to: after, why: '' });
  const reasons = await examineReview(db, actor, factsOf({ id: reviewId, courseId, personId, says }));
  if (reasons.length > 0 && after === 'published')
    await holdReview(db, actor, { reviewId, version: version + 1, why: '' });
  if (reasons.length > 0 || review.state === 'rejected') await openCase(db, actor, { reviewId, reasons });
  return reasons.length > 0 ? 'held' : after;
}
