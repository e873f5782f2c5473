import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { burstRules } from '../examine-review/burst-rules.ts';
import type { HoldReason } from '../examine-review/hold-reason.ts';
import type { CaseKind, CaseState, Verdict } from '../moderation-tables.ts';
import type { ReviewState } from '../tables.ts';

const of = (db: Db) => tables<unknown>(db);

export interface NewCase {
  readonly id: string;
  readonly reviewId: string;
  readonly kind: CaseKind;
  readonly reasons: readonly HoldReason[];
  readonly now: Date;
}

const kindsOf = (reasons: readonly HoldReason[]) => [...new Set(reasons.map((reason) => reason.kind))];
const burstIn = (reasons: readonly HoldReason[]) =>
  reasons.find((reason) => reason.burstId !== undefined)?.burstId ?? null;

const insertCase = ({ id, reviewId, kind, reasons, now }: NewCase) => sql`
  insert into reviews.moderation_case as c (id, review_id, kind, reasons, reason_kinds, burst_id, state, opened_at)
  values (${id}::uuid, ${reviewId}::uuid, ${kind}, ${JSON.stringify(reasons)}::jsonb, ${kindsOf(reasons)}::text[],
    ${burstIn(reasons)}::uuid, 'open', ${now})`;

/** Opens a case, or gives the open one of that review these reasons instead of its own; returns its id. */
export async function putOpenCase(db: Db, given: NewCase): Promise<string> {
  const rows = await sql<{ id: string }>`${insertCase(given)}
    on conflict (review_id) where state = 'open' do update set kind = excluded.kind, reasons = excluded.reasons,
      reason_kinds = excluded.reason_kinds, burst_id = coalesce(excluded.burst_id, c.burst_id), version = c.version + 1
    returning id`.execute(of(db));
  return idIn(rows.rows);
}

/** Opens a case, or adds these reasons to those of the open one; returns its id. */
export async function addToCase(db: Db, given: NewCase): Promise<string> {
  const rows = await sql<{ id: string }>`${insertCase(given)}
    on conflict (review_id) where state = 'open' do update set kind = excluded.kind, reasons = c.reasons || excluded.reasons,
      reason_kinds = array(select distinct kind from unnest(c.reason_kinds || excluded.reason_kinds) kind),
      burst_id = coalesce(excluded.burst_id, c.burst_id), version = c.version + 1
    returning id`.execute(of(db));
  return idIn(rows.rows);
}

function idIn(rows: readonly { readonly id: string }[]): string {
  const [opened] = rows;
  if (!opened) throw new Error('no case was opened');
  return opened.id;
}

/** An author's question to somebody else; false when they asked before. */
export async function insertAppeal(
  db: Db,
  appeal: {
    readonly id: string;
    readonly reviewId: string;
    readonly words: string;
    readonly notBy: string | null;
    readonly now: Date;
  },
): Promise<boolean> {
  const inserted = await sql`
    insert into reviews.moderation_case (id, review_id, kind, reasons, reason_kinds, state, opened_at, words, not_by)
    values (${appeal.id}::uuid, ${appeal.reviewId}::uuid, 'appeal', '[]', '{}', 'open', ${appeal.now}, ${appeal.words},
      ${appeal.notBy}::uuid)
    on conflict do nothing`.execute(of(db));
  return inserted.numAffectedRows === 1n;
}

export interface BurstMember {
  readonly reviewId: string;
  readonly version: number;
  readonly isPublished: boolean;
}

/** Reviews that a burst brought and that do not know it yet, the oldest first. */
export async function burstMembers(db: Db, burstId: string): Promise<BurstMember[]> {
  const rows = await sql<BurstMember>`
    select r.id as "reviewId", r.version, r.state = 'published' as "isPublished"
    from reviews.burst b
    join reviews.trace t on t.at > b.began_at and t.at <= b.last_at and not t.is_cleared
      and (case when b.provider_id is null then t.course_id = b.course_id else t.course_id in
        (select course_id from catalog.listing_provider where provider_id = b.provider_id) end)
      and (b.signal <> 'network' or t.network = b.network)
      and (b.signal <> 'fresh-accounts' or t.account_hours < ${burstRules.freshAccounts.accountHours})
    join reviews.review r on r.id = t.review_id and r.state in ('published', 'held')
    where b.id = ${burstId}::uuid and not exists (select 1 from reviews.moderation_case c
      where c.review_id = r.id and c.state = 'open' and c.burst_id is not null)
    order by t.at, r.id`.execute(of(db));
  return rows.rows;
}

export interface CaseToDecide {
  readonly id: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly version: number;
  readonly notBy: string | null;
  readonly reviewId: string;
  readonly reviewVersion: number;
  readonly reviewState: ReviewState;
  readonly authorId: string | null;
  readonly courseId: string;
  readonly courseTitle: string | null;
  /** Whether who asks speaks for a provider of the course. */
  readonly isOwnCourse: boolean;
}

const columns = sql`c.id, c.kind, c.state, c.version, c.not_by as "notBy", r.id as "reviewId", r.version as "reviewVersion",
  r.state as "reviewState", r.person_id as "authorId", r.course_id as "courseId", l.title as "courseTitle"`;
const isOwnCourse = (personId: string | undefined) => sql`exists (select 1 from catalog.provider_staff s
  join catalog.listing_provider p using (provider_id)
  where s.person_id = ${personId ?? null}::uuid and p.course_id = r.course_id) as "isOwnCourse"`;

/** Cases by id, or the open ones of a burst; locked until the transaction ends. */
export async function casesForUpdate(
  db: Db,
  which: { readonly ids: readonly string[]; readonly burstId?: string },
  personId: string | undefined,
): Promise<CaseToDecide[]> {
  const rows = await sql<CaseToDecide>`select ${columns}, ${isOwnCourse(personId)}
    from reviews.moderation_case c join reviews.review r on r.id = c.review_id
    left join catalog.listing l on l.id = r.course_id
    where c.id = any(${which.ids}::uuid[]) or (c.state = 'open' and c.burst_id = ${which.burstId ?? null}::uuid)
    order by c.id for update of c, r`.execute(of(db));
  return rows.rows;
}

export interface NewDecision {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly words: string | undefined;
  readonly by: string | undefined;
  readonly now: Date;
}

/** Closes the case and writes the decision down; false when somebody was faster. */
export async function decide(db: Db, given: CaseToDecide, decision: NewDecision): Promise<boolean> {
  const { id, verdict, reason, words = null, by = null, now } = decision;
  const done = await sql`
    with closed as (update reviews.moderation_case
      set state = ${verdict}, decided_at = ${now}, decided_by = ${by}::uuid, version = version + 1
      where id = ${given.id}::uuid and state = 'open' and version = ${given.version} returning id, review_id)
    insert into reviews.decision (id, case_id, review_id, course_id, verdict, reason, words, by_person, at)
    select ${id}::uuid, id, review_id, ${given.courseId}::uuid, ${verdict}, ${reason}, ${words}, ${by}::uuid, ${now}
    from closed`.execute(of(db));
  return done.numAffectedRows === 1n;
}

/** What a moderator let stand speaks no more for a burst. */
export async function clearTrace(db: Db, reviewId: string): Promise<void> {
  await sql`update reviews.trace set is_cleared = true where review_id = ${reviewId}::uuid`.execute(of(db));
}
