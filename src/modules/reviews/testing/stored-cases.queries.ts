import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { HoldKind } from '../examine-review/hold-reason.ts';
import type { CaseKind, CaseState } from '../moderation-tables.ts';

export interface StoredCase {
  readonly id: string;
  readonly version: number;
  readonly reviewId: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly reasons: readonly HoldKind[];
  readonly burstId: string | null;
}

/** All cases, the oldest first, for tests to look at. */
export async function storedCases(db: Db, reviewId?: string): Promise<StoredCase[]> {
  const rows =
    await sql<StoredCase>`select id, version, review_id as "reviewId", kind, state, reason_kinds as reasons,
      burst_id as "burstId" from reviews.moderation_case
    where ${reviewId ?? null}::uuid is null or review_id = ${reviewId ?? null}::uuid order by opened_at, id`.execute(
      tables(db),
    );
  return rows.rows;
}

/** States of all reviews, counted. */
export async function stateCounts(db: Db): Promise<Record<string, number>> {
  const rows = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from reviews.review group by state`.execute(tables(db));
  return Object.fromEntries(rows.rows.map(({ state, n }) => [state, n]));
}

/** Tries to change a decision as nobody may. */
export const rewriteDecision = (db: Db) =>
  sql`update reviews.decision set verdict = 'published'`.execute(tables(db));
export const deleteDecisions = (db: Db) => sql`delete from reviews.decision`.execute(tables(db));
/** Tries to let somebody answer an appeal against their own decision, past the rules. */
export const answerOwnAppeal = (db: Db, now: Date) =>
  sql`update reviews.moderation_case set decided_by = not_by, state = 'published', decided_at = ${now}
    where kind = 'appeal'`.execute(tables(db));
