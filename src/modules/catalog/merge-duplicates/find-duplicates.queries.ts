import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ComparedCourse, DuplicateReason } from './likeness.ts';

/** How far the change feed has been looked through. */
export interface FeedPlace {
  readonly xid: string;
  readonly id: number;
}

/** Courses that changed after a place of the feed, below the oldest transaction still running. */
export async function changedCourses(
  db: Db,
  after: FeedPlace,
  most: number,
): Promise<{ courseIds: string[]; last: FeedPlace | undefined }> {
  const rows = await sql<{ courseId: string; xid: string; id: number }>`
    select course_id as "courseId", xid::text as xid, id from catalog.course_change
    where (xid, id) > (${after.xid}::xid8, ${after.id}) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid, id limit ${most}`.execute(tables(db));
  const last = rows.rows.at(-1);
  return { courseIds: [...new Set(rows.rows.map((row) => row.courseId))], last };
}

export interface Candidate {
  readonly a: string;
  readonly b: string;
  readonly titles: number;
  readonly sameUrl: boolean;
}

/** More courses than this with one organiser page, and the page says nothing. */
const fewWithOneUrl = 5;

/**
 * Listed courses that resemble these ones, found by index alone: the same organiser page, or a title of nearly the same
 * words. Pairs that somebody said are two courses are left out, also those of courses merged since.
 */
export async function candidatesFor(
  db: Db,
  courseIds: readonly string[],
  leastLikeness: number,
): Promise<Candidate[]> {
  await sql`select set_config('pg_trgm.similarity_threshold', ${String(leastLikeness)}, true)`.execute(
    tables(db),
  );
  const rows = await sql<Candidate>`
    with x as (select id, title, url, is_sample from catalog.course where id = any(${courseIds}::uuid[]) and state = 'listed'),
    by_url as (
      select x.id as one, o.id as other, true as same_url from x, lateral (
        select c.id, count(*) over () as n from catalog.course c
        where c.state <> 'merged' and c.url is not null and catalog.url_key(c.url) = catalog.url_key(x.url)
          and c.state = 'listed' and c.id <> x.id and c.is_sample = x.is_sample limit ${fewWithOneUrl + 1}) o
      where o.n <= ${fewWithOneUrl}),
    by_title as (
      select x.id as one, o.id as other, false as same_url from x, lateral (
        select c.id from catalog.course c
        where c.state <> 'merged' and catalog.title_key(c.title) % catalog.title_key(x.title)
          and c.state = 'listed' and c.id <> x.id and c.is_sample = x.is_sample
        order by similarity(catalog.title_key(c.title), catalog.title_key(x.title)) desc limit 8) o),
    pair as (
      select least(one, other) as a, greatest(one, other) as b, bool_or(same_url) as same_url
      from (select * from by_url union all select * from by_title) found group by 1, 2)
    select pair.a, pair.b, pair.same_url as "sameUrl",
      similarity(catalog.title_key(ca.title), catalog.title_key(cb.title)) as titles
    from pair join catalog.course ca on ca.id = pair.a join catalog.course cb on cb.id = pair.b
    cross join lateral (select array(select id from catalog.course where id in (pair.a, pair.b)
      or merged_into in (pair.a, pair.b)) as ids) family
    where not exists (select 1 from catalog.duplicate_proposal d where d.state = 'different'
      and d.course_a = any(family.ids) and d.course_b = any(family.ids)
      and catalog.standing_course(d.course_a) <> catalog.standing_course(d.course_b))`.execute(tables(db));
  return rows.rows;
}

export async function coursesToCompare(db: Db, ids: readonly string[]): Promise<Map<string, ComparedCourse>> {
  const rows = await sql<ComparedCourse>`
    select c.id, c.title, c.language, c.document ->> 'level' as level,
      array(select v.name from catalog.course_provider l join catalog.provider v on v.id = l.provider_id
        where l.course_id = c.id) as providers
    from catalog.course c where c.id = any(${ids}::uuid[])`.execute(tables(db));
  return new Map(rows.rows.map((row) => [row.id, row]));
}

export interface NewProposal {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** Replaces what was proposed and not yet answered about these courses; answers stay. */
export async function replaceProposals(
  db: Db,
  courseIds: readonly string[],
  proposals: readonly NewProposal[],
  now: Date,
): Promise<void> {
  await sql`delete from catalog.duplicate_proposal
    where state = 'open' and (course_a = any(${courseIds}::uuid[]) or course_b = any(${courseIds}::uuid[]))`.execute(
    tables(db),
  );
  if (proposals.length === 0) return;
  await sql`insert into catalog.duplicate_proposal (id, course_a, course_b, score, reasons, proposed_at)
    select id, a, b, score, reasons, ${now} from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb)
      as t(id uuid, a uuid, b uuid, score real, reasons jsonb)
    on conflict (course_a, course_b) do nothing`.execute(tables(db));
}
