import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { demand } from '../../../platform/refusal.ts';
import { reviewAnswered } from '../events.ts';
import {
  answeredAlready,
  answerEditsSpent,
  notYourProvider,
  ownAnswer,
  reviewNotFound,
} from '../refusals.ts';
import { personOf } from '../write-review/write-review.ts';
import * as queries from './answer-review.queries.ts';
import { type Letters, tellAuthor } from './tell-author.ts';

/** How often an answer may be mended. */
export const mostEdits = 3;
export const longestAnswer = 4000;

export interface AnswerInput {
  readonly reviewId: string;
  readonly body: string;
  readonly lang: string;
  readonly letters: Letters;
}

/**
 * The provider's one answer to a review, or a mended one. Its author hears of the first.
 * @throws Refusal 401 for visitors, 403 for whoever does not speak for a provider of the course or wrote the review, 404
 *   for what is not published, 409 when another provider answered or the answer was mended often enough
 */
export async function answerReview(
  db: Db,
  actor: Actor,
  { reviewId, body, lang, letters }: AnswerInput,
): Promise<void> {
  const personId = personOf(actor);
  const { provider, answer } = await answerable(db, actor, reviewId);
  const given = { reviewId, provider, personId, body, lang, now: actor.now };
  if (answer === null) {
    demand(await queries.insertAnswer(db, given), answeredAlready);
    await tellAuthor(db, actor, reviewId, letters);
    return publish(db, actor, reviewAnswered(reviewId));
  }
  if (answer.body === body) return;
  demand(answer.providerId === provider.id, answeredAlready);
  demand(answer.edits < mostEdits, answerEditsSpent);
  demand(await queries.updateAnswer(db, given, answer.edits), answeredAlready);
}

export type Answerable = queries.ReviewToAnswer & {
  readonly provider: NonNullable<queries.ReviewToAnswer['provider']>;
};

/** The review that this person may answer. Throws as `answerReview`. */
export async function answerable(db: Db, actor: Actor, reviewId: string): Promise<Answerable> {
  const review = await queries.reviewToAnswer(db, reviewId, personOf(actor));
  demand(review?.state === 'published', reviewNotFound);
  const { provider } = review;
  demand(provider !== null, notYourProvider);
  demand(review.personId !== actor.id, ownAnswer);
  return { ...review, provider };
}
