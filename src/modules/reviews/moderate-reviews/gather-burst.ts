import { type Actor, systemActor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { holdReview } from '../review-states/change-state.ts';
import * as queries from './cases.queries.ts';

/**
 * Holds what a burst brought before it was recognised: published reviews stop counting and wait with the others, and the
 * cases of those that are held already learn of the burst. What a moderator let stand stays.
 */
export async function gatherBurst(db: Db, actor: Actor, burstId: string): Promise<void> {
  const system = systemActor('reviews', actor.now, actor.ids, actor.lang);
  for (const { reviewId, version, isPublished } of await queries.burstMembers(db, burstId)) {
    if (isPublished) await holdReview(db, system, { reviewId, version, why: '' });
    const reasons = [{ kind: 'burst', burstId }] as const;
    await queries.addToCase(db, { id: actor.ids.next(), reviewId, kind: 'held', reasons, now: actor.now });
  }
}
