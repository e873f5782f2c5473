import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { HoldReason } from '../examine-review/hold-reason.ts';
import * as queries from './cases.queries.ts';

export interface CaseToOpen {
  readonly reviewId: string;
  readonly reasons: readonly HoldReason[];
}

/**
 * Puts a held review before moderators; a case that is open already gets the new reasons instead. Called after the
 * review's row is written and held. Returns the id of the case.
 */
export async function openCase(db: Db, actor: Actor, { reviewId, reasons }: CaseToOpen): Promise<string> {
  return queries.putOpenCase(db, { id: actor.ids.next(), reviewId, kind: 'held', reasons, now: actor.now });
}
