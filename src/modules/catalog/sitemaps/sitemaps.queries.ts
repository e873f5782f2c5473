import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

/** What one file may hold, and what a course takes in it. */
export interface FileLimits {
  readonly urls: number;
  readonly bytes: number;
  /** Octets of an entry without the slug, and how often the slug stands in it. */
  readonly entryBytes: number;
  readonly slugTimes: number;
}

/** The courses of one file: those numbered from `first` to `last`. */
export interface SitemapPart {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly changedAt: Date;
}

/** What search engines are told of: listed courses that are real. */
const told = sql`state = 'listed' and not is_sample`;

/**
 * How the courses are shared out over files, in the order of their numbers. A letter outside of ASCII takes three octets
 * for each of its own in an address.
 */
export async function sitemapParts(db: Db, limits: FileLimits): Promise<SitemapPart[]> {
  const rows = await sql<SitemapPart>`
    with sized as (
      select n, changed_at, row_number() over (order by n) - 1 as place,
        sum(${limits.entryBytes}::bigint + ${limits.slugTimes}::bigint * octet_length(slug)
          * case when octet_length(slug) = char_length(slug) then 1 else 3 end) over (order by n) as bytes
      from catalog.course where ${told})
    select min(n) as first, max(n) as last, count(*)::int as count, max(changed_at) as "changedAt"
    from sized group by place / ${limits.urls}::int, floor(bytes / ${limits.bytes}::bigint) order by 1`.execute(
    of(db),
  );
  return rows.rows;
}

export interface SitemapCourse {
  readonly n: number;
  readonly slug: string;
  readonly changedAt: Date;
}

/** The next courses of a file. */
export async function sitemapCourses(
  db: Db,
  after: number,
  last: number,
  most: number,
): Promise<SitemapCourse[]> {
  const rows = await sql<SitemapCourse>`select n, slug, changed_at as "changedAt" from catalog.course
    where n > ${after} and n <= ${last} and ${told} order by n limit ${most}`.execute(of(db));
  return rows.rows;
}

/** Paths of subjects, languages, providers and platforms that have a course to show; without language. */
export async function sitemapFolders(db: Db, most: number): Promise<string[]> {
  const rows = await sql<{ folder: string; name: string }>`
    select 'subjects' as folder, s.subject as name from catalog.course_subject s join catalog.course c on c.id = s.course_id
      where ${told} group by s.subject
    union all select distinct 'languages', split_part(language, '-', 1) from catalog.course
      where ${told} and language is not null
    union all select 'platforms', p.slug from catalog.platform p where not p.is_sample
      and exists (select 1 from catalog.course where platform_id = p.id and ${told})
    union all (select 'providers', v.slug from catalog.provider v where not v.is_sample
      and exists (select 1 from catalog.course_provider l join catalog.course c on c.id = l.course_id
        where l.provider_id = v.id and c.state = 'listed' and not c.is_sample) order by v.slug limit ${most})
    order by 1, 2 limit ${most}`.execute(of(db));
  return rows.rows.map(({ folder, name }) => `/${folder}/${name}`);
}
