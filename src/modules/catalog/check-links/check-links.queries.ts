import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** Gives every organiser page of a listed course a place in the rota; new ones are spread over the time given. */
export async function enrolLinks(db: Db, now: Date, spreadDays: number): Promise<void> {
  await sql`insert into catalog.link_check (url, next_at)
    select url, ${now}::timestamptz + make_interval(secs => mod(abs(hashtext(url)::bigint), ${Math.max(1, spreadDays * 86_400)}))
    from (select distinct url from catalog.course c where url is not null and state = 'listed'
      and octet_length(url) < 2000 and not exists (select 1 from catalog.link_check l where l.url = c.url)) as fresh
    on conflict do nothing`.execute(tables(db));
}

export interface DueLink {
  readonly url: string;
  readonly host: string;
  readonly state: 'unknown' | 'alive' | 'moved' | 'suspect' | 'dead' | 'unsure';
  readonly failures: number;
  readonly dnsFailures: number;
}

/** Links whose time has come, at most some of each host. */
export async function dueLinks(db: Db, now: Date, most: number, mostOfHost: number): Promise<DueLink[]> {
  const rows = await sql<DueLink>`select url, host, state, failures, dns_failures as "dnsFailures" from (
      select *, row_number() over (partition by host order by next_at) as place from (
        select url, lower(substring(url from '^https?://([^/:?#]+)')) as host, state, failures, dns_failures, next_at
        from catalog.link_check where next_at <= ${now} order by next_at limit ${most * 20}) as due) as placed
    where place <= ${mostOfHost} order by next_at limit ${most}`.execute(tables(db));
  return rows.rows;
}

export interface LinkFinding {
  readonly url: string;
  readonly state: DueLink['state'];
  readonly failures: number;
  readonly dnsFailures: number;
  readonly status: number | null;
  readonly code: string;
  readonly reason: string;
  readonly finalUrl: string | null;
  readonly nextAt: Date;
}

/** A course whose link is seen otherwise than before; null where nothing was sure. */
export interface LinkTurn {
  readonly courseId: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Writes down what was found; courses show it where it is sure. Returns the courses whose state changed. */
export async function saveFinding(db: Db, finding: LinkFinding, now: Date): Promise<LinkTurn[]> {
  await sql`update catalog.link_check set since = case when state = ${finding.state} then since else ${now} end,
      state = ${finding.state}, checked_at = ${now}, next_at = ${finding.nextAt}, failures = ${finding.failures},
      dns_failures = ${finding.dnsFailures}, status = ${finding.status}, code = ${finding.code},
      reason = ${finding.reason}, final_url = ${finding.finalUrl} where url = ${finding.url}`.execute(
    tables(db),
  );
  const shown = ['alive', 'moved', 'dead'].includes(finding.state) ? finding.state : null;
  const rows = await sql<LinkTurn>`
    with before as (select id, link_state from catalog.course where url = ${finding.url} for update)
    update catalog.course c set link_checked_at = ${now}, link_state = coalesce(${shown}, c.link_state) from before
    where c.id = before.id
    returning c.id as "courseId", before.link_state as before, c.link_state as after`.execute(tables(db));
  return rows.rows.filter((row) => row.before !== row.after);
}

export interface ShownLink {
  readonly url: string;
  readonly since: Date | null;
  readonly checkedAt: Date | null;
  readonly reason: string | null;
  readonly finalUrl: string | null;
  readonly courseId: string;
  readonly slug: string;
  readonly title: string;
  readonly platform: string;
  readonly inAll: number;
}

/** Courses whose organiser page is in a state, the latest first. */
export async function linksInState(
  db: Db,
  state: 'dead' | 'moved' | 'unsure',
  page: { readonly size: number; readonly number: number },
): Promise<ShownLink[]> {
  const rows =
    await sql<ShownLink>`select l.url, l.since, l.checked_at as "checkedAt", l.reason, l.final_url as "finalUrl",
      c.id as "courseId", c.slug, c.title, p.name as platform, (count(*) over ())::int as "inAll"
    from catalog.link_check l join catalog.course c on c.url = l.url and c.state = 'listed'
    join catalog.platform p on p.id = c.platform_id
    where l.state = ${state} order by l.since desc, c.id limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(
      tables(db),
    );
  return rows.rows;
}
