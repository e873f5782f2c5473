import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';

/**
 * Puts reviews and ratings where the courses stand today that they were given to: `came_from` remembers the first one.
 * It asks the catalogue and not the event, so that events that come late, twice or together end in the same. Returns
 * the courses that gained or lost some.
 */
export async function standWhereCoursesStand(db: Db, courseIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ course_id: string }>`
    with recursive
    -- the courses named, and all that were ever merged into them
    under(id) as (
      select unnest(${courseIds}::uuid[])
      union select l.id from under join catalog.listing l on l.merged_into = under.id),
    -- where each of them stands
    up(first, at, depth) as (
      select id, id, 0 from under
      union all select up.first, l.merged_into, up.depth + 1 from up join catalog.listing l on l.id = up.at
      where l.state = 'merged' and l.merged_into is not null and up.depth < 100),
    root as (select distinct on (first) first, at as course_id from up order by first, depth desc),
    moved_reviews as (
      update reviews.review r set course_id = root.course_id, came_from = nullif(root.first, root.course_id)
      from root where coalesce(r.came_from, r.course_id) = root.first
        and (r.course_id = any(array(select id from under)) or r.came_from = any(array(select id from under)))
        and r.course_id <> root.course_id
      returning r.id, root.first, root.course_id),
    moved_ratings as (
      update reviews.rating g set course_id = root.course_id, came_from = nullif(root.first, root.course_id)
      from root where g.review_id is null and coalesce(g.came_from, g.course_id) = root.first
        and (g.course_id = any(array(select id from under)) or g.came_from = any(array(select id from under)))
        and g.course_id <> root.course_id
      returning root.first, root.course_id),
    moved_own as (
      update reviews.rating g set course_id = m.course_id from moved_reviews m where g.review_id = m.id)
    select distinct touched as course_id from (
      select course_id as touched from moved_reviews union select first from moved_reviews
      union select course_id from moved_ratings union select first from moved_ratings
      union select unnest(${courseIds}::uuid[])) t
    where exists (select 1 from moved_reviews) or exists (select 1 from moved_ratings)`.execute(
    tables<ReviewsTables>(db),
  );
  return rows.map((row) => row.course_id);
}
