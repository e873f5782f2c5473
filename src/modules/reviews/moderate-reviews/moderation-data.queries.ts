import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** What somebody reported, appealed against and decided. */
export interface ModerationDeeds {
  readonly reports: readonly {
    readonly at: string;
    readonly review: string;
    readonly reason: string;
    readonly words: string | null;
  }[];
  readonly appeals: readonly { readonly at: string; readonly review: string; readonly words: string }[];
  readonly decisions: readonly {
    readonly at: string;
    readonly review: string;
    readonly verdict: string;
    readonly words: string | null;
  }[];
}

export async function moderationDeeds(db: Db, personId: string): Promise<ModerationDeeds> {
  const rows = await sql<ModerationDeeds>`select
    coalesce((select jsonb_agg(jsonb_build_object('at', at, 'review', review_id, 'reason', reason, 'words', words) order by at)
      from reviews.report where person_id = ${personId}::uuid), '[]') as reports,
    coalesce((select jsonb_agg(jsonb_build_object('at', c.opened_at, 'review', c.review_id, 'words', c.words) order by c.opened_at)
      from reviews.moderation_case c join reviews.review r on r.id = c.review_id
      where c.kind = 'appeal' and r.person_id = ${personId}::uuid), '[]') as appeals,
    coalesce((select jsonb_agg(jsonb_build_object('at', at, 'review', review_id, 'verdict', verdict, 'words', words) order by at)
      from reviews.decision where by_person = ${personId}::uuid), '[]') as decisions`.execute(tables(db));
  return rows.rows[0] ?? { reports: [], appeals: [], decisions: [] };
}

/** Takes the person out; called while their reviews still say whose they are. Decisions stand without a name. */
export async function forgetModerationDeeds(db: Db, personId: string): Promise<void> {
  const of = tables<unknown>(db);
  await sql`update reviews.moderation_case c set words = null from reviews.review r
    where r.id = c.review_id and r.person_id = ${personId}::uuid and c.kind = 'appeal'`.execute(of);
  await sql`delete from reviews.trace t using reviews.review r
    where r.id = t.review_id and r.person_id = ${personId}::uuid`.execute(of);
  await sql`update reviews.report set person_id = null, words = null where person_id = ${personId}::uuid`.execute(
    of,
  );
  await sql`update reviews.decision set by_person = null where by_person = ${personId}::uuid`.execute(of);
  await sql`update reviews.moderation_case
    set decided_by = case when decided_by = ${personId}::uuid then null else decided_by end,
      not_by = case when not_by = ${personId}::uuid then null else not_by end
    where decided_by = ${personId}::uuid or not_by = ${personId}::uuid`.execute(of);
}

/** Networks are remembered for as long as bursts are looked for. */
export async function forgetNetworks(db: Db, before: Date): Promise<void> {
  const of = tables<unknown>(db);
  await sql`update reviews.trace set network = null where network is not null and at < ${before}`.execute(of);
  await sql`update reviews.burst set network = null where network is not null and last_at < ${before}`.execute(
    of,
  );
}
