import { type RawBuilder, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/**
 * Ties the prerequisites of a source's courses that point nowhere yet: to the course that a person chose, else by key in
 * the same source, by address, or by title on the platform. What was merged leads to the course that it became.
 */
export const tiePrerequisites = (db: Db, sourceId: string): Promise<void> =>
  tieWhere(db, sql`r.source_id = ${sourceId} and p.needs_course_id is null`);

/**
 * Ties anew all prerequisites of these courses, and all that point to one of them: what they mean may have changed. One
 * whose words lead nowhere any more stays where it pointed.
 */
export const tieAgain = (db: Db, courseIds: readonly string[]): Promise<void> =>
  tieWhere(
    db,
    sql`(p.course_id = any(${courseIds}::uuid[]) or p.needs_course_id = any(${courseIds}::uuid[]))
      and c.state <> 'merged'`,
  );

/** A course never needs itself. */
async function tieWhere(db: Db, which: RawBuilder<unknown>): Promise<void> {
  await sql`update catalog.prerequisite p set needs_course_id = nullif(found.needs, p.course_id)
    from (
      select distinct on (p.course_id, p.position) p.course_id, p.position,
        coalesce(by_id.course, by_key.course_id, catalog.standing_course(by_url.id), catalog.standing_course(by_title.id),
          catalog.standing_course(p.needs_course_id)) as needs
      from catalog.prerequisite p
      join catalog.record r on r.course_id = p.course_id
      join catalog.course c on c.id = p.course_id
      left join lateral (select catalog.standing_course(case
        when p.wanted ->> 'key' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (p.wanted ->> 'key')::uuid end) as course) by_id on true
      left join catalog.record by_key on by_key.source_id = r.source_id and by_key.external_key = p.wanted ->> 'key'
      left join lateral (select id from catalog.course where url = p.wanted ->> 'url' and id <> p.course_id
        order by id limit 1) by_url on true
      left join lateral (select id from catalog.course t where t.platform_id = c.platform_id
        and lower(t.title) = lower(p.wanted ->> 'title') and t.id <> p.course_id order by id limit 1) by_title on true
      where ${which}
      order by p.course_id, p.position, by_id.course nulls last, by_key.course_id nulls last, r.id
    ) found
    where found.course_id = p.course_id and found.position = p.position
      and p.needs_course_id is distinct from nullif(found.needs, p.course_id)`.execute(tables(db));
}
