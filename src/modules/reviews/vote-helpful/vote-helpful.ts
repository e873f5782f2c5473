import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { ownReview, reviewNotFound } from '../refusals.ts';
import { personOf } from '../write-review/write-review.ts';
import * as queries from './vote-helpful.queries.ts';

/**
 * Says that a review helped, or takes that back; saying it again changes nothing.
 * @throws Refusal 401 for visitors, 403 for one's own review, 404 for what is not published
 */
export async function voteHelpful(
  db: Db,
  actor: Actor,
  { reviewId, isHelpful }: { readonly reviewId: string; readonly isHelpful: boolean },
): Promise<void> {
  const personId = personOf(actor);
  const review = await queries.reviewToVote(db, reviewId);
  demand(review?.state === 'published', reviewNotFound);
  demand(review.personId !== personId, ownReview);
  if (isHelpful) await queries.addVote(db, { reviewId, personId, now: actor.now });
  else await queries.takeVoteBack(db, { reviewId, personId });
}
