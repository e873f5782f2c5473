import { type RawBuilder, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { runJson } from '../run-states/run-json.queries.ts';
import type { CatalogTables } from '../tables.ts';
import type { CourseRow } from './course-row.ts';

const of = (db: Db) => tables<CatalogTables>(db);

/** Columns of a CourseRow out of `catalog.course c` and its platform `p`. */
export const courseColumns = sql`c.id, c.n, c.slug, c.state, c.title, c.url, c.document, c.is_sample as "isSample",
  c.rating_mean as "ratingMean", c.rating_count as "ratingCount", c.created_at as "createdAt", c.changed_at as "changedAt",
  jsonb_build_object('slug', p.slug, 'name', p.name, 'url', p.url) as platform,
  coalesce((select jsonb_agg(jsonb_build_object('slug', v.slug, 'name', v.name) order by l.position)
    from catalog.course_provider l join catalog.provider v on v.id = l.provider_id where l.course_id = c.id), '[]') as providers,
  array(select s.subject from catalog.course_subject s where s.course_id = c.id order by s.subject) as subjects,
  coalesce((select jsonb_agg(${runJson} || jsonb_build_object('id', r.id) order by r.start_on desc nulls last, r.id)
    from catalog.run r where r.course_id = c.id), '[]') as runs,
  coalesce((select jsonb_agg(q.wanted || case when w.id is null then '{}' else jsonb_build_object('found',
      jsonb_build_object('id', w.id, 'slug', w.slug, 'title', w.title)) end order by q.position)
    from catalog.prerequisite q left join catalog.course w on w.id = q.needs_course_id and w.state <> 'merged'
    where q.course_id = c.id), '[]') as wanted`;

/** These courses in the order of the ids; those that are none or were merged away are left out. */
export async function coursesByIds(db: Db, ids: readonly string[]): Promise<CourseRow[]> {
  if (ids.length === 0) return [];
  const rows = await sql<CourseRow>`select ${courseColumns}
    from catalog.course c join catalog.platform p on p.id = c.platform_id
    where c.id = any(${ids}::uuid[]) and c.state <> 'merged'`.execute(of(db));
  const byId = new Map(rows.rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The courses that a query names with rows (id, place), in the order of the places. */
export async function coursesIn(db: Db, chosen: RawBuilder<unknown>): Promise<CourseRow[]> {
  const rows = await sql<CourseRow>`with chosen as materialized (${chosen})
    select ${courseColumns} from chosen join catalog.course c on c.id = chosen.id
    join catalog.platform p on p.id = c.platform_id where c.state <> 'merged' order by chosen.place`.execute(
    of(db),
  );
  return rows.rows;
}

/** Which courses a walk through the catalogue visits. */
export interface Walk {
  readonly samples: boolean;
  /** Only those of these numbers (catalog.course.n); all listed courses without it. */
  readonly among?: readonly number[] | undefined;
}

/**
 * The next listed courses in the order in which they came into the catalogue. The number of a course never changes, so
 * that a walk meets each course that is there from its beginning to its end exactly once, whatever is imported meanwhile.
 */
export async function coursesAfter(db: Db, walk: Walk, after: number, most: number): Promise<CourseRow[]> {
  const among = walk.among === undefined ? sql`` : sql`and n = any(${walk.among}::int[])`;
  const samples = walk.samples ? sql`` : sql`and not is_sample`;
  const rows = await sql<CourseRow>`
    with page as materialized (select id from catalog.course where n > ${after} and state = 'listed' ${samples} ${among}
      order by n limit ${most})
    select ${courseColumns} from page join catalog.course c on c.id = page.id
    join catalog.platform p on p.id = c.platform_id order by c.n`.execute(of(db));
  return rows.rows;
}

/** How many listed courses a walk meets. */
export async function countCourses(db: Db, samples: boolean): Promise<number> {
  const row = await of(db)
    .selectFrom('catalog.course')
    .select((build) => build.fn.countAll<number>().as('n'))
    .where('state', '=', 'listed')
    .$if(!samples, (query) => query.where('is_sample', '=', false))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** The course of an id or an address, present or former; for a course that was merged away, the one that took it in. */
export async function courseNamed(db: Db, name: string): Promise<CourseRow | undefined> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name);
  const start = isId
    ? sql`select id, merged_into from catalog.course where id = ${name}::uuid`
    : sql`select id, merged_into from catalog.course where slug = ${name}
        union all select c.id, c.merged_into from catalog.course_slug s join catalog.course c on c.id = s.course_id
        where s.slug = ${name} limit 1`;
  const rows = await sql<CourseRow>`
    with recursive way(id, merged_into, depth) as (
      select id, merged_into, 0 from (${start}) as first
      union all select c.id, c.merged_into, way.depth + 1 from way join catalog.course c on c.id = way.merged_into
      where way.depth < 20)
    select ${courseColumns} from way join catalog.course c on c.id = way.id
    join catalog.platform p on p.id = c.platform_id where way.merged_into is null limit 1`.execute(of(db));
  return rows.rows[0];
}
