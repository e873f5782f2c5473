import { type Actor, hasRole } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { demand } from '../../../platform/refusal.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { reviewChanged } from '../events.ts';
import { ownReview, reviewMoved, reviewNotFound } from '../refusals.ts';
import { dropRating, keepRating } from '../score-courses/keep-rating.ts';
import type { ReviewRole, ReviewState } from '../tables.ts';
import * as queries from './change-state.queries.ts';
import { isAllowed, type ReviewDeed } from './review-transitions.ts';

/** What somebody wants to happen to a review. */
export interface StateChange {
  readonly reviewId: string;
  /** Of the review as they saw it: when it changed since, nothing happens. */
  readonly version: number;
  /** Words to the author; '' when there is nothing to say. */
  readonly why: string;
}

/**
 * Shows a review that was held, or that an appeal proved right, and makes it count.
 * @throws Refusal 404 for strangers, 403 for one's own review, 409 when it changed meanwhile or stands elsewhere
 */
export const publishReview = (db: Db, actor: Actor, change: StateChange): Promise<void> =>
  changeState(db, actor, { ...change, deed: 'publish', to: 'published' });

/** Takes a published review out of sight until a person has looked at it. Throws as `publishReview`. */
export const holdReview = (db: Db, actor: Actor, change: StateChange): Promise<void> =>
  changeState(db, actor, { ...change, deed: 'hold', to: 'held' });

/** A moderator's no; `why` reaches the author. Throws as `publishReview`. */
export const rejectReview = (db: Db, actor: Actor, change: StateChange): Promise<void> =>
  changeState(db, actor, { ...change, deed: 'reject', to: 'rejected' });

/** The author takes a review away. Throws as `publishReview`. */
export const withdrawReview = (db: Db, actor: Actor, change: StateChange): Promise<void> =>
  changeState(db, actor, { ...change, deed: 'withdraw', to: 'withdrawn' });

/** The author's withdrawn review stands again where it stood. Throws as `publishReview`. */
export async function takeReviewBack(db: Db, actor: Actor, change: StateChange): Promise<void> {
  const to = await queries.stateBeforeWithdrawal(db, change.reviewId);
  demand(to !== undefined, reviewNotFound);
  await changeState(db, actor, { ...change, deed: 'take-back', to });
}

export interface Deed extends StateChange {
  readonly deed: ReviewDeed;
  readonly to: ReviewState;
}

/** The one door through which a review's state changes; its transition and its event are written with it. */
export async function changeState(db: Db, actor: Actor, deed: Deed): Promise<void> {
  const review = await queries.reviewToChange(db, deed.reviewId);
  demand(review !== undefined, reviewNotFound);
  const role = roleFor(actor, deed.deed, review.personId);
  const allowed = isAllowed({ deed: deed.deed, from: review.state, to: deed.to }, role);
  demand(allowed && review.version === deed.version, reviewMoved);
  const changed = await queries.moveReview(db, { ...deed, from: review.state, now: actor.now });
  demand(changed, reviewMoved);
  await queries.logTransition(db, actor, { ...deed, role, from: review.state, version: deed.version + 1 });
  await countOrNot(db, actor, review, deed.to);
  await publish(
    db,
    actor,
    reviewChanged({
      reviewId: deed.reviewId,
      courseId: review.courseId,
      before: review.state,
      after: deed.to,
    }),
  );
}

/** Deeds of authors are done by the author alone; nobody judges their own review. */
function roleFor(actor: Actor, deed: ReviewDeed, personId: string | null): ReviewRole {
  const isAuthor = actor.kind === 'person' && actor.id === personId;
  if (actor.kind === 'system') return 'system';
  if (isAuthor && (deed === 'publish' || deed === 'reject')) throw ownReview();
  if (isAuthor) return 'author';
  demand(hasRole(actor, 'moderator') || hasRole(actor, 'operator'), reviewNotFound);
  return 'moderator';
}

async function countOrNot(
  db: Db,
  actor: Actor,
  review: queries.ReviewToChange,
  state: ReviewState,
): Promise<void> {
  if (state !== 'published') return dropRating(db, actor, review.id);
  const { id: reviewId, courseId, stars, proof, writtenAt } = review;
  return keepRating(db, actor, { reviewId, courseId, ratedOn: dayOf(writtenAt), stars, proof });
}
