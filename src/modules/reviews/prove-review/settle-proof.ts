import { createHash } from 'node:crypto';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { keepRating } from '../score-courses/keep-rating.ts';
import type { Proof } from '../tables.ts';
import { notMatched, type ProofOutcome } from './proof-outcome.ts';
import * as queries from './proof-claims.queries.ts';

export const removeFileTask = 'reviews-remove-proof-file';

/**
 * Writes down what a look at a claim gave: the proof rises, the review's weight with it, and evidence that is needed no more
 * is forgotten. False when somebody was faster.
 */
export async function settleProof(
  db: Db,
  actor: Actor,
  claim: queries.OpenClaim,
  outcome: ProofOutcome,
): Promise<boolean> {
  const hash =
    outcome.state === 'proved' ? createHash('sha256').update(outcome.evidence).digest('hex') : undefined;
  const isUsed = hash !== undefined && (await queries.isUsedElsewhere(db, claim.reviewId, hash));
  const final = isUsed ? notMatched('used') : outcome;
  const done = await queries.settleClaim(db, claim, {
    state: final.state,
    ...(final.state === 'proved'
      ? { level: final.level, ...(hash !== undefined && { evidenceHash: hash }) }
      : { why: final.why }),
    ...(actor.kind === 'person' && actor.id !== undefined && { by: actor.id }),
    // a file goes with the decision; an address stays some days, for another try
    keeps: final.state === 'moderator' || (final.state === 'not-matched' && claim.kind === 'page'),
    now: actor.now,
  });
  if (!done) return false;
  if (final.state === 'proved') await raise(db, actor, claim.reviewId, final.level);
  if (claim.fileKey !== null && final.state !== 'moderator')
    await enqueue(db, removeFileTask, { key: claim.fileKey }, { key: `${removeFileTask}:${claim.fileKey}` });
  return true;
}

async function raise(db: Db, actor: Actor, reviewId: string, proof: Proof): Promise<void> {
  const raised = await queries.raiseProof(db, reviewId, proof);
  if (!raised?.isPublished) return;
  const { courseId, stars, writtenAt } = raised;
  await keepRating(db, actor, { reviewId, courseId, ratedOn: dayOf(writtenAt), stars, proof });
}

/**
 * A person completed a course here: their review of it, if there is one, is proved as far as can be. Called in the
 * transaction that records the completion; harmless when it is called again.
 */
export async function proveCompletion(
  db: Db,
  actor: Actor,
  { personId, courseId }: { readonly personId: string; readonly courseId: string },
): Promise<void> {
  const reviewId = await queries.reviewOf(db, personId, courseId);
  if (reviewId !== undefined) await raise(db, actor, reviewId, 'completed-here');
}
