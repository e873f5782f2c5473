import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { goneForGood, reviewNotFound, writtenAnother } from '../refusals.ts';
import { takeReviewBack, withdrawReview } from '../review-states/change-state.ts';
import { personOf } from '../write-review/write-review.ts';
import * as queries from './edit-review.queries.ts';

/** For so long its author can take back what they withdrew; then it is deleted. */
export const daysToTakeBack = 30;

export const takeBackUntil = (withdrawnAt: Date): Date =>
  new Date(withdrawnAt.getTime() + daysToTakeBack * 86_400_000);

/** @throws Refusal 404 for everybody but its author; a second time does nothing */
export async function withdrawOwn(db: Db, actor: Actor, reviewId: string): Promise<void> {
  const review = await queries.ownReview(db, reviewId, personOf(actor));
  demand(review !== undefined, reviewNotFound);
  if (review.state === 'withdrawn') return;
  await withdrawReview(db, actor, { reviewId, version: review.version, why: '' });
}

/**
 * @throws Refusal 404 for everybody but its author, 410 after thirty days, 409 when they wrote another one meanwhile; a
 *   second time does nothing
 */
export async function takeBackOwn(db: Db, actor: Actor, reviewId: string): Promise<void> {
  const review = await queries.ownReview(db, reviewId, personOf(actor));
  demand(review !== undefined, reviewNotFound);
  if (review.state !== 'withdrawn') return;
  const at = await queries.withdrawnAt(db, reviewId);
  demand(at !== undefined && takeBackUntil(at) > actor.now, goneForGood);
  demand(!(await queries.hasAnother(db, reviewId)), writtenAnother);
  await takeReviewBack(db, actor, { reviewId, version: review.version, why: '' });
}
