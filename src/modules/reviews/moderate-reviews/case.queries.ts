import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { HoldReason } from '../examine-review/hold-reason.ts';
import type { BurstSignal, CaseKind, CaseState, Verdict } from '../moderation-tables.ts';
import type { Proof, ReviewState, ReviewStatus } from '../tables.ts';

export interface ShownDecision {
  readonly at: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly words: string | null;
  readonly by: string | null;
}

export interface ShownReport {
  readonly at: string;
  readonly reason: string;
  readonly words: string | null;
  readonly forProvider: boolean;
}

/** Somebody's doings here, without their name's address. */
export interface AuthorHistory {
  readonly name: string;
  /** ISO instant. */
  readonly since: string;
  readonly published: number;
  readonly held: number;
  readonly rejected: number;
  readonly withdrawn: number;
}

export interface CaseView {
  readonly id: string;
  readonly version: number;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly reasons: readonly HoldReason[];
  readonly openedAt: Date;
  /** An author's appeal. */
  readonly words: string | null;
  readonly notBy: string | null;
  readonly isOwnCourse: boolean;
  readonly review: {
    readonly id: string;
    readonly courseId: string;
    readonly personId: string | null;
    readonly lang: string;
    readonly stars: number;
    readonly status: ReviewStatus;
    readonly proof: Proof;
    readonly state: ReviewState;
    readonly isAnonymous: boolean;
    readonly writtenAt: string;
    readonly editedAt: string | null;
    readonly body: string | null;
    readonly pros: string | null;
    readonly cons: string | null;
    readonly forWhom: string | null;
  };
  readonly course: { readonly slug: string; readonly title: string } | null;
  readonly author: AuthorHistory | null;
  readonly decisions: readonly ShownDecision[];
  readonly reports: readonly ShownReport[];
  readonly burst: {
    readonly id: string;
    readonly signal: BurstSignal;
    readonly hours: number;
    readonly seen: number;
    readonly expected: number;
    readonly waiting: number;
  } | null;
  /** The text that it is a copy of. */
  readonly like: {
    readonly caseId: string | null;
    readonly text: string;
    readonly course: string | null;
  } | null;
}

/** Everything that a moderator looks at before deciding, in one statement. */
export async function caseView(
  db: Db,
  id: string,
  personId: string | undefined,
): Promise<CaseView | undefined> {
  const rows = await sql<CaseView>`
    select c.id, c.version, c.kind, c.state, c.reasons, c.opened_at as "openedAt", c.words, c.not_by as "notBy",
      exists (select 1 from catalog.provider_staff s join catalog.listing_provider p using (provider_id)
        where s.person_id = ${personId ?? null}::uuid and p.course_id = r.course_id) as "isOwnCourse",
      jsonb_build_object('id', r.id, 'courseId', r.course_id, 'personId', r.person_id, 'lang', r.lang, 'stars', r.stars,
        'status', r.status, 'proof', r.proof, 'state', r.state, 'isAnonymous', r.is_anonymous, 'writtenAt', r.written_at,
        'editedAt', r.edited_at, 'body', r.body, 'pros', r.pros, 'cons', r.cons, 'forWhom', r.for_whom) as review,
      case when l.id is not null then jsonb_build_object('slug', l.slug, 'title', l.title) end as course,
      (select jsonb_build_object('name', p.name, 'since', p.created_at,
          'published', count(o.id) filter (where o.state = 'published'), 'held', count(o.id) filter (where o.state = 'held'),
          'rejected', count(o.id) filter (where o.state = 'rejected'),
          'withdrawn', count(o.id) filter (where o.state = 'withdrawn'))
        from accounts.reachable_person p left join reviews.review o on o.person_id = p.id and o.id <> r.id
        where p.id = r.person_id group by p.name, p.created_at) as author,
      (select coalesce(jsonb_agg(jsonb_build_object('at', d.at, 'verdict', d.verdict, 'reason', d.reason, 'words', d.words,
          'by', q.name) order by d.at, d.id), '[]')
        from reviews.decision d left join accounts.public_person q on q.id = d.by_person where d.review_id = r.id) as decisions,
      (select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'reason', e.reason, 'words', e.words,
          'forProvider', e.for_provider) order by e.at, e.id), '[]')
        from reviews.report e where e.review_id = r.id) as reports,
      (select jsonb_build_object('id', b.id, 'signal', b.signal, 'hours', b.hours, 'seen', b.seen, 'expected', b.expected,
          'waiting', (select count(*) from reviews.moderation_case w where w.burst_id = b.id and w.state = 'open'))
        from reviews.burst b where b.id = c.burst_id) as burst,
      (select jsonb_build_object('text', concat_ws(' · ', o.body, o.pros, o.cons, o.for_whom), 'course', ol.title,
          'caseId', (select oc.id from reviews.moderation_case oc where oc.review_id = o.id order by oc.opened_at desc limit 1))
        from jsonb_path_query_first(c.reasons, '$[*].like.reviewId') as found
        join reviews.review o on o.id = (found #>> '{}')::uuid left join catalog.listing ol on ol.id = o.course_id) as "like"
    from reviews.moderation_case c join reviews.review r on r.id = c.review_id
    left join catalog.listing l on l.id = r.course_id
    where c.id = ${id}::uuid`.execute(tables(db));
  return rows.rows[0];
}

export interface HourOfBurst {
  /** ISO instant at which the hour begins. */
  readonly from: string;
  /** How many came, and how many of those give five stars. */
  readonly count: number;
  readonly fiveStars: number;
}

/** How the reviews of a burst's course or provider came, hour by hour, around it: two days at most. */
export async function hoursOfBurst(db: Db, burstId: string): Promise<HourOfBurst[]> {
  const rows = await sql<HourOfBurst>`
    with b as (select *, date_trunc('hour', last_at) as ends,
        greatest(date_trunc('hour', began_at - interval '3 hours'), date_trunc('hour', last_at) - interval '47 hours') as begins
      from reviews.burst where id = ${burstId}::uuid),
    came as (select date_trunc('hour', t.at) as hour, r.stars from b
      join reviews.trace t on t.at >= b.begins and t.at < b.ends + interval '1 hour'
        and (case when b.provider_id is null then t.course_id = b.course_id else t.course_id in
          (select course_id from catalog.listing_provider where provider_id = b.provider_id) end)
      join reviews.review r on r.id = t.review_id)
    select to_char(h at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as from, count(came.hour)::int as count,
      (count(*) filter (where came.stars = 5))::int as "fiveStars"
    from b, generate_series(b.begins, b.ends, interval '1 hour') as h left join came on came.hour = h
    group by h order by h`.execute(tables(db));
  return rows.rows;
}

export interface LoggedDecision extends ShownDecision {
  readonly caseId: string;
  readonly course: string | null;
  readonly inAll: number;
}

/** Decisions, the latest first. */
export async function decisionLog(
  db: Db,
  page: { readonly size: number; readonly number: number },
): Promise<LoggedDecision[]> {
  const rows = await sql<LoggedDecision>`
    select d.at, d.verdict, d.reason, d.words, q.name as by, d.case_id as "caseId", l.title as course,
      (select count(*)::int from reviews.decision) as "inAll"
    from reviews.decision d left join accounts.public_person q on q.id = d.by_person
    left join catalog.listing l on l.id = d.course_id
    order by d.at desc, d.id desc limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(
    tables(db),
  );
  return rows.rows;
}
