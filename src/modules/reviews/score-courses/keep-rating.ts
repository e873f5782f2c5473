import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { ratingsChanged } from '../events.ts';
import type { Proof } from '../tables.ts';
import * as queries from './keep-rating.queries.ts';

/** A review that counts. */
export interface CountedReview {
  readonly reviewId: string;
  readonly courseId: string;
  /** ISO day on which it was given. */
  readonly ratedOn: string;
  /** 1 to 5. */
  readonly stars: number;
  readonly proof: Proof;
}

/** Makes a published review count, or count anew after an edit or a further proof. */
export async function keepRating(db: Db, actor: Actor, review: CountedReview): Promise<void> {
  await queries.putRating(db, review);
  await publish(db, actor, ratingsChanged([review.courseId]));
}

/** A review that is held, rejected or withdrawn counts no more. */
export async function dropRating(db: Db, actor: Actor, reviewId: string): Promise<void> {
  const courseId = await queries.deleteRating(db, reviewId);
  if (courseId !== undefined) await publish(db, actor, ratingsChanged([courseId]));
}
