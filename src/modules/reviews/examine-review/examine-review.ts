import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { HoldReason, TextField } from './hold-reason.ts';

/** What is looked at. The network comes from the actor, the age of the account from the person. */
export interface ReviewFacts {
  readonly reviewId: string;
  readonly courseId: string;
  /** Who wrote it. */
  readonly personId: string;
  /** Tag of the language that it is written in. */
  readonly lang: string;
  /** 1 to 5. */
  readonly stars: number;
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
}

/**
 * Why a review that is being written or edited must wait for a moderator; none means that it may be published. Called in
 * the transaction that stores the review, before or after its row is written. Sends nothing anywhere.
 */
export async function examineReview(
  _db: Db,
  _actor: Actor,
  facts: ReviewFacts,
): Promise<readonly HoldReason[]> {
  const link = /https?:\/\//i;
  return Object.values(facts.texts).some((text) => link.test(text)) ? [{ kind: 'link' }] : [];
}
