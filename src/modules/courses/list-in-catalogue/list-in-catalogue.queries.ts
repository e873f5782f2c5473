import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';
import type { CourseToList } from './course-to-list.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** Published courses that the world may know of; those by invitation stay among the invited. */
export async function coursesToList(db: Db): Promise<(CourseToList & { readonly isSample: boolean })[]> {
  const { rows } = await sql<CourseToList & { isSample: boolean }>`
    select c.id, c.slug, c.is_sample as "isSample", v.about, v.rules,
      (select coalesce(jsonb_agg(s ->> 'title' order by at), '[]')
        from jsonb_array_elements(v.outline -> 'sections') with ordinality as e (s, at)) as sections,
      (select coalesce(sum((b ->> 'minutes')::float8), 0) from jsonb_path_query(v.outline, '$.sections[*].units[*].blocks[*]') b) as minutes,
      (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from courses.run r
        where r.course_id = c.id and r.state <> 'draft' and r.access <> 'invited') as runs
    from courses.course c join courses.version v on v.id = c.version_id
    where c.state = 'published' and v.rules ->> 'kind' <> 'spoc'
    order by c.created_at, c.id`.execute(of(db));
  return rows;
}

/** Ties courses to their listings; those that are listed no more lose theirs. */
export async function tieListings(
  db: Db,
  { isSample, listings }: { isSample: boolean; listings: readonly { key: string; courseId: string }[] },
): Promise<void> {
  await sql`
    update courses.course c set listing_id = l."courseId"
    from (select c2.id, r."courseId" from courses.course c2
      left join jsonb_to_recordset(${JSON.stringify(listings)}::jsonb) as r (key text, "courseId" uuid) on r.key = c2.id::text
      where c2.is_sample = ${isSample}) l
    where l.id = c.id and c.listing_id is distinct from l."courseId"`.execute(of(db));
}
