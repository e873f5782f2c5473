import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { BurstSignal } from '../moderation-tables.ts';
import { burstRules } from './burst-rules.ts';
import type { FoundBurst, Rhythm } from './find-burst.ts';

const of = (db: Db) => tables<unknown>(db);
/** Days that count as "lately", and not as the rhythm. */
const lately = 3;

export interface AuthorFacts {
  readonly accountHours: number | null;
  /** Speaks for a provider of the course, or reads mail at the domain of its page or its platform. */
  readonly isOwn: boolean;
}

/** How old the author's account is, and whether the course is theirs. */
export async function authorFacts(
  db: Db,
  personId: string,
  courseId: string,
  hosts: readonly string[],
  now: Date,
): Promise<AuthorFacts> {
  const rows = await sql<AuthorFacts>`select
    (select floor(extract(epoch from ${now}::timestamptz - created_at) / 3600)::int from accounts.reachable_person
      where id = ${personId}::uuid) as "accountHours",
    exists (select 1 from catalog.provider_staff s join catalog.listing_provider l using (provider_id)
      where s.person_id = ${personId}::uuid and l.course_id = ${courseId}::uuid)
    or exists (select 1 from accounts.person_domain where person_id = ${personId}::uuid and domain = any(${hosts}::text[]))
      as "isOwn"`.execute(of(db));
  return rows.rows[0] ?? { accountHours: null, isOwn: false };
}

/** Address of the course's page; that of a sample is nobody's. */
export async function courseUrl(db: Db, courseId: string): Promise<string | undefined> {
  const rows = await sql<{
    url: string | null;
  }>`select url from catalog.listing where id = ${courseId}::uuid and not is_sample`.execute(of(db));
  return rows.rows[0]?.url ?? undefined;
}

export interface NewTrace {
  readonly reviewId: string;
  readonly courseId: string;
  readonly at: Date;
  readonly accountHours: number | null;
  readonly network: string | undefined;
}

export interface StoredTrace {
  readonly at: Date;
  readonly accountHours: number | null;
  readonly network: string | null;
  readonly isCleared: boolean;
}

/** Remembers how a review came; of one that is edited, how it came first. */
export async function keepTrace(db: Db, trace: NewTrace): Promise<StoredTrace> {
  const { reviewId, courseId, at, accountHours, network } = trace;
  const rows = await sql<StoredTrace>`
    insert into reviews.trace (review_id, course_id, at, account_hours, network)
    values (${reviewId}::uuid, ${courseId}::uuid, ${at}, ${accountHours}::int, ${network ?? null})
    on conflict (review_id) do update set course_id = excluded.course_id
    returning at, account_hours as "accountHours", network, is_cleared as "isCleared"`.execute(of(db));
  const stored = rows.rows[0];
  if (!stored) throw new Error('no trace was kept');
  return stored;
}

/** How often a course, and each of its providers with other courses too, was reviewed lately and before. */
export async function rhythmsOf(
  db: Db,
  courseId: string,
  network: string | null,
  now: Date,
): Promise<Rhythm[]> {
  const { freshAccounts, network: net, historyDays } = burstRules;
  const rows = await sql<Omit<Rhythm, 'providerId'> & { providerId: string | null }>`
    with scope as (
      select null::uuid as provider, ${courseId}::uuid as course
      union all
      select mine.provider_id, theirs.course_id from catalog.listing_provider mine
        join catalog.listing_provider theirs using (provider_id) where mine.course_id = ${courseId}::uuid),
    age as (select provider, t.account_hours, t.network, extract(epoch from ${now}::timestamptz - t.at) / 3600 as hours
      from scope join reviews.trace t on t.course_id = scope.course
      where not t.is_cleared and t.at > ${now}::timestamptz - make_interval(days => ${historyDays + lately}::int)
        and t.at <= ${now}::timestamptz)
    select provider as "providerId",
      count(*) filter (where hours < 1)::int as "lastHour",
      count(*) filter (where hours < 24)::int as "lastDay",
      count(*) filter (where hours < ${freshAccounts.hours} and account_hours < ${freshAccounts.accountHours})::int as fresh,
      count(*) filter (where hours < ${net.hours} and network = ${network})::int as "sameNetwork",
      count(*) filter (where hours >= ${lately * 24})::float8
        / greatest(1, least(${historyDays}::float8, max(hours) / 24 - ${lately})) as "usualADay"
    from age group by provider order by provider nulls first`.execute(of(db));
  return rows.rows.map(({ providerId, ...rhythm }) =>
    providerId === null ? rhythm : { ...rhythm, providerId },
  );
}

/** Adds the review to the burst that is under way there, or begins one; returns its id. */
export async function keepBurst(
  db: Db,
  burst: FoundBurst & {
    readonly id: string;
    readonly courseId: string;
    readonly network: string | null;
    readonly now: Date;
  },
): Promise<string> {
  const { id, courseId, network, now, signal, hours, seen, expected } = burst;
  const providerId = burst.providerId ?? null;
  const rows = await sql<{ id: string }>`
    with known as (
      update reviews.burst set seen = greatest(seen, ${seen}::int), last_at = ${now}
      where id = (select id from reviews.burst
        where last_at > ${now}::timestamptz - make_interval(hours => ${hours}::int)
          and (provider_id = ${providerId}::uuid or (provider_id is null and course_id = ${courseId}::uuid))
          and (${providerId}::uuid is not null or provider_id is null)
        order by last_at desc limit 1) returning id),
    begun as (
      insert into reviews.burst (id, course_id, provider_id, signal, hours, network, seen, expected, began_at, last_at)
      select ${id}::uuid, ${courseId}::uuid, ${providerId}::uuid, ${signal satisfies BurstSignal}, ${hours}::int,
        ${signal === 'network' ? network : null}, ${seen}::int, ${expected}::float8, ${now}::timestamptz - make_interval(hours => ${hours}::int), ${now}
      where not exists (select 1 from known) returning id)
    select id from known union all select id from begun`.execute(of(db));
  return rows.rows[0]?.id ?? id;
}

export interface LikeText {
  readonly reviewId: string;
  readonly text: string;
}

/** The review texts that share most marks with these, at most five. */
export async function likeTexts(db: Db, reviewId: string, marks: readonly number[]): Promise<LikeText[]> {
  const rows = await sql<LikeText>`
    with near as (select review_id, hashes from reviews.print
      where hashes && ${marks}::int[] and review_id <> ${reviewId}::uuid limit 200)
    select r.id as "reviewId", concat_ws(' ', r.body, r.pros, r.cons, r.for_whom) as text
    from near join reviews.review r on r.id = near.review_id and r.state <> 'withdrawn'
    order by (select count(*) from unnest(near.hashes) mark where mark = any(${marks}::int[])) desc, r.id limit 5`.execute(
    of(db),
  );
  return rows.rows;
}

export async function keepPrint(db: Db, reviewId: string, marks: readonly number[]): Promise<void> {
  await sql`insert into reviews.print (review_id, hashes) values (${reviewId}::uuid, ${marks}::int[])
    on conflict (review_id) do update set hashes = excluded.hashes`.execute(of(db));
}
