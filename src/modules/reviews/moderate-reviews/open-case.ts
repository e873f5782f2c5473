import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { HoldReason } from '../examine-review/hold-reason.ts';
import * as queries from './cases.queries.ts';
import { gatherBurst } from './gather-burst.ts';

export interface CaseToOpen {
  readonly reviewId: string;
  readonly reasons: readonly HoldReason[];
}

/**
 * Puts a held review before moderators; a case that is open already gets the new reasons instead. Where the reason is a
 * burst, the reviews that it brought before are held too. Called after the review's row is written and held. Returns the
 * id of the case.
 */
export async function openCase(db: Db, actor: Actor, { reviewId, reasons }: CaseToOpen): Promise<string> {
  const id = actor.ids.next();
  const opened = await queries.putOpenCase(db, { id, reviewId, kind: 'held', reasons, now: actor.now });
  const burstId = reasons.find((reason) => reason.burstId !== undefined)?.burstId;
  if (burstId !== undefined) await gatherBurst(db, actor, burstId);
  return opened;
}
