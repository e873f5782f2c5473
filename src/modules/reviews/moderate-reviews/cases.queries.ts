import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { HoldReason } from '../examine-review/hold-reason.ts';
import type { CaseKind } from '../moderation-tables.ts';

export interface NewCase {
  readonly id: string;
  readonly reviewId: string;
  readonly kind: CaseKind;
  readonly reasons: readonly HoldReason[];
  readonly now: Date;
}

/** Opens a case, or gives the open one of that review these reasons; returns its id. */
export async function putOpenCase(db: Db, { id, reviewId, kind, reasons, now }: NewCase): Promise<string> {
  const kinds = [...new Set(reasons.map((reason) => reason.kind))];
  const burst = reasons.find((reason) => reason.burstId !== undefined)?.burstId ?? null;
  const rows = await sql<{ id: string }>`
    insert into reviews.moderation_case (id, review_id, kind, reasons, reason_kinds, burst_id, state, opened_at)
    values (${id}::uuid, ${reviewId}::uuid, ${kind}, ${JSON.stringify(reasons)}::jsonb, ${kinds}::text[], ${burst}::uuid,
      'open', ${now})
    on conflict (review_id) where state = 'open' do update set reasons = excluded.reasons,
      reason_kinds = excluded.reason_kinds, burst_id = coalesce(excluded.burst_id, reviews.moderation_case.burst_id),
      version = reviews.moderation_case.version + 1
    returning id`.execute(tables(db));
  const opened = rows.rows[0];
  if (!opened) throw new Error('no case was opened');
  return opened.id;
}
