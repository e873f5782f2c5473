import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { HoldKind } from '../examine-review/hold-reason.ts';
import type { BurstSignal, CaseKind } from '../moderation-tables.ts';

/** What of the queue is shown. */
export interface QueueFilter {
  readonly reason?: HoldKind | 'appeal';
  readonly courseId?: string;
  readonly burstId?: string;
}

export interface QueuedCase {
  readonly id: string;
  readonly version: number;
  readonly kind: CaseKind;
  readonly reasons: readonly HoldKind[];
  readonly openedAt: Date;
  readonly burstId: string | null;
  readonly notBy: string | null;
  readonly stars: number;
  readonly lang: string;
  readonly courseId: string;
  readonly course: string | null;
  /** The beginning of what it says; null for stars alone. */
  readonly excerpt: string | null;
}

export interface QueuePage {
  readonly cases: readonly QueuedCase[];
  /** Under the filter, and in all. */
  readonly count: number;
  readonly all: number;
  /** How many of all have which reason. */
  readonly byReason: Readonly<Partial<Record<HoldKind | 'appeal', number>>>;
}

/** A case waits as long as its review stands where the question found it. */
const waits = sql`c.state = 'open' and r.state = case c.kind when 'held' then 'held' when 'reported' then 'published'
  else 'rejected' end`;

/** Open cases, the oldest first, with the counts of all. */
export async function queuePage(
  db: Db,
  filter: QueueFilter,
  page: { readonly size: number; readonly number: number },
): Promise<QueuePage> {
  const { reason = null, courseId = null, burstId = null } = filter;
  // bursts stand above the whole list, each as one line
  const isWhole = Object.keys(filter).length === 0;
  const rows = await sql<QueuePage>`
    with waiting as (select c.id, c.version, c.kind, c.reason_kinds, c.opened_at, c.burst_id, c.not_by, c.review_id, r.course_id
      from reviews.moderation_case c join reviews.review r on r.id = c.review_id where ${waits}),
    chosen as (select * from waiting
      where (${reason}::text is null or ${reason} = any(reason_kinds) or (${reason} = 'appeal' and kind = 'appeal'))
        and (${courseId}::uuid is null or course_id = ${courseId}::uuid)
        and (${burstId}::uuid is null or burst_id = ${burstId}::uuid)
        and (burst_id is null or not ${isWhole}::boolean)),
    shown as (select * from chosen order by opened_at, id limit ${page.size} offset ${(page.number - 1) * page.size})
    select (select count(*)::int from waiting) as "all", (select count(*)::int from chosen) as count,
      (select coalesce(jsonb_object_agg(kind, n), '{}') from (
        select kind, count(*) as n from (
          select unnest(case when kind = 'appeal' then array['appeal'] else reason_kinds end) as kind from waiting) k
        group by kind) counted) as "byReason",
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'version', s.version, 'kind', s.kind, 'reasons', s.reason_kinds,
          'openedAt', s.opened_at, 'burstId', s.burst_id, 'notBy', s.not_by, 'stars', r.stars, 'lang', r.lang,
          'courseId', s.course_id, 'course', l.title,
          'excerpt', left(nullif(concat_ws(' · ', r.body, r.pros, r.cons, r.for_whom), ''), 280)) order by s.opened_at, s.id), '[]')
        from shown s join reviews.review r on r.id = s.review_id left join catalog.listing l on l.id = s.course_id) as cases`.execute(
    tables(db),
  );
  const found = rows.rows[0] ?? { cases: [], count: 0, all: 0, byReason: {} };
  return { ...found, cases: found.cases.map((each) => ({ ...each, openedAt: new Date(each.openedAt) })) };
}

export interface QueuedBurst {
  readonly id: string;
  readonly signal: BurstSignal;
  readonly hours: number;
  readonly seen: number;
  readonly expected: number;
  readonly beganAt: Date;
  readonly lastAt: Date;
  readonly waiting: number;
  readonly course: string | null;
  readonly provider: string | null;
}

/** Bursts with reviews that wait, the largest first; one of them where it is named. */
export async function waitingBursts(db: Db, most: number, burstId?: string): Promise<QueuedBurst[]> {
  const rows = await sql<QueuedBurst>`
    select b.id, b.signal, b.hours, b.seen, b.expected, b.began_at as "beganAt", b.last_at as "lastAt",
      count(*)::int as waiting, l.title as course,
      (select provider_name from catalog.listing_provider p where p.provider_id = b.provider_id limit 1) as provider
    from reviews.moderation_case c join reviews.review r on r.id = c.review_id join reviews.burst b on b.id = c.burst_id
    left join catalog.listing l on l.id = b.course_id
    where ${waits} and (${burstId ?? null}::uuid is null or b.id = ${burstId ?? null}::uuid)
    group by b.id, l.title order by waiting desc, b.id limit ${most}`.execute(tables(db));
  return rows.rows;
}

/** The oldest case that waits after this one: for whoever works through the queue. */
export async function nextCase(db: Db, afterId: string): Promise<string | undefined> {
  const rows = await sql<{ id: string }>`
    select c.id from reviews.moderation_case c join reviews.review r on r.id = c.review_id
    where ${waits} and c.id <> ${afterId}::uuid and (c.opened_at, c.id) >= (select opened_at, id
      from reviews.moderation_case where id = ${afterId}::uuid) order by c.opened_at, c.id limit 1`.execute(
    tables(db),
  );
  return rows.rows[0]?.id;
}
