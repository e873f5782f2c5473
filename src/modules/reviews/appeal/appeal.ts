import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { insertAppeal } from '../moderate-reviews/cases.queries.ts';
import { reviewNotFound } from '../refusals.ts';
import { appealableReview } from './appeal.queries.ts';

export interface AppealInput {
  readonly reviewId: string;
  /** Why the decision is wrong. */
  readonly words: string;
}

/**
 * The author of a rejected review asks somebody else to look again; once.
 * @throws Refusal 404 for strangers and for reviews that are not rejected, 409 for a second appeal, 422 without words
 */
export async function appeal(db: Db, actor: Actor, { reviewId, words }: AppealInput): Promise<void> {
  const review = await appealableReview(db, reviewId, actor.id);
  demand(review !== undefined, reviewNotFound);
  demand(review.appeal === null, appealedAlready);
  demand(words.trim() !== '', wordsMissing);
  const notBy = review.decision?.byPerson ?? null;
  const id = actor.ids.next();
  demand(await insertAppeal(db, { id, reviewId, words, notBy, now: actor.now }), appealedAlready);
}

const appealedAlready = () => new Refusal(409, 'reviews.appealed-already', 'reviews.appeal.refusal.already');
const wordsMissing = () =>
  new Refusal(422, 'reviews.appeal-words', 'reviews.appeal.refusal.words', { field: 'words' });
