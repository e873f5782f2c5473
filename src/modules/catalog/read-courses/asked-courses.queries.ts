import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';
import type { CourseRow } from './course-row.ts';
import { courseColumns } from './courses.queries.ts';

/** The parts of a document that fill pages of their own: left out where many courses are read at once. */
const longParts = ['description', 'syllabus', 'outcomes', 'instructors', 'skills'] as const;

const isId = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name);
const isPlausible = (name: string): boolean =>
  name !== '' && name.length <= 200 && !name.includes('\0') && name.isWellFormed();

/**
 * The courses of these ids or addresses, by the name they were asked for: an address may be a former one, and a course
 * that was merged away is answered by the one that took it in. Archived courses are there; names that nobody knows are
 * left out. One statement; the long parts of the documents (description, syllabus...) are left out.
 */
export async function coursesAsked(
  db: Db,
  names: readonly string[],
): Promise<ReadonlyMap<string, CourseRow>> {
  const asked = [...new Set(names)].filter(isPlausible);
  if (asked.length === 0) return new Map();
  const rows = await sql<CourseRow & { asked: string }>`
    with recursive named(asked, id) as (
      select lower(id::text), id from catalog.course where id = any(${asked.filter(isId)}::uuid[])
      union select slug, id from catalog.course where slug = any(${asked}::text[])
      union select s.slug, s.course_id from catalog.course_slug s where s.slug = any(${asked}::text[])
        and not exists (select 1 from catalog.course o where o.slug = s.slug)
    ), way(asked, id, merged_into, depth) as (
      select named.asked, c.id, c.merged_into, 0 from named join catalog.course c on c.id = named.id
      union all select way.asked, c.id, c.merged_into, way.depth + 1
      from way join catalog.course c on c.id = way.merged_into where way.depth < 20
    )
    select way.asked, ${courseColumns}, c.document - ${longParts}::text[] as document
    from way join catalog.course c on c.id = way.id join catalog.platform p on p.id = c.platform_id
    where way.merged_into is null`.execute(tables<CatalogTables>(db));
  const known = new Map(rows.rows.map(({ asked: name, ...row }) => [name, row]));
  return new Map(
    asked.flatMap((name) => {
      const row = known.get(name) ?? known.get(name.toLowerCase());
      return row ? [[name, row] as const] : [];
    }),
  );
}
