import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { reviewNotFound } from '../refusals.ts';
import { insertClaim, type ProvableReview, provableReview } from './proof-claims.queries.ts';

export const checkProofTask = 'reviews-check-proof';

export const longestAddress = 2000;
export const longestDocument = 100_000;
/** So many tries a day and review. */
export const triesADay = 10;

/** What somebody shows: a public page, a verifiable credential (JSON or token), or a file that a person looks at. */
export type Evidence =
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'credential'; readonly document: string }
  | { readonly kind: 'file'; readonly fileKey: string };

/**
 * Takes what is to prove one's own review; a job looks at it, a moderator at files. Nothing is fetched here.
 * @throws Refusal 404 for strangers, 409 while something waits or when it is proved already, 422 for no address or
 *   nothing, 429 beyond the day's tries
 */
export async function submitProof(db: Db, actor: Actor, reviewId: string, evidence: Evidence): Promise<void> {
  const review = await provableReview(db, reviewId, actor.id, actor.now);
  demand(review !== undefined, reviewNotFound);
  demandTry(review);
  checkForm(evidence);
  const id = actor.ids.next();
  const byPerson = evidence.kind === 'file';
  const claim = { ...evidence, id, reviewId, now: actor.now };
  const state = byPerson ? ({ state: 'moderator', why: 'file' } as const) : ({ state: 'waiting' } as const);
  demand(await insertClaim(db, { ...claim, ...state }), proofWaits);
  if (!byPerson) await enqueue(db, checkProofTask, { claimId: id }, { key: `${checkProofTask}:${id}` });
}

/**
 * Whether anything more may be shown for a review today; asked before a file is kept, which nobody would remove again.
 * @throws Refusal 409 while something waits or when it is proved already, 429 beyond the day's tries
 */
export function demandTry({ proof, claimsToday, latest }: ProvableReview): void {
  demand(proof === 'none' || proof === 'enrolled', provedAlready);
  demand(claimsToday < triesADay, tooManyTries);
  demand(latest?.state !== 'waiting' && latest?.state !== 'moderator', proofWaits);
}

function checkForm(evidence: Evidence): void {
  if (evidence.kind === 'page')
    demand(
      /^https?:\/\/[^\s]+$/i.test(evidence.url) &&
        URL.canParse(evidence.url) &&
        evidence.url.length <= longestAddress,
      noAddress,
    );
  if (evidence.kind === 'credential')
    demand(evidence.document.trim() !== '' && evidence.document.length <= longestDocument, noDocument);
}

const provedAlready = () => new Refusal(409, 'reviews.proved-already', 'reviews.proof.refusal.already');
const proofWaits = () => new Refusal(409, 'reviews.proof-waits', 'reviews.proof.refusal.waits');
const tooManyTries = () =>
  new Refusal(429, 'reviews.proof-tries', 'reviews.proof.refusal.tries', { retryAfter: 86_400 });
const noAddress = () =>
  new Refusal(422, 'reviews.proof-address', 'reviews.proof.refusal.address', { field: 'url' });
const noDocument = () =>
  new Refusal(422, 'reviews.proof-document', 'reviews.proof.refusal.document', { field: 'document' });
