import { sql } from 'kysely';
import type { ResolvedDocument } from '../resolve-course/resolve-course.ts';

export interface ChainStep {
  readonly depth: number;
  readonly slug: string;
  readonly title: string;
  readonly language: string | null;
  readonly effort: ResolvedDocument['effort'] | null;
}

/**
 * The way from zero to the course `c` of the statement around it, as JSON (ChainStep[]): what to take before, what to
 * take before that, and so on; the furthest first.
 */
export const wayFromZero = sql`(
  with recursive before(id, depth, path) as (
    select needs_course_id, 1, array[course_id, needs_course_id] from catalog.prerequisite
    where course_id = c.id and needs_course_id is not null
    union all
    select p.needs_course_id, b.depth + 1, b.path || p.needs_course_id
    from before b join catalog.prerequisite p on p.course_id = b.id
    where p.needs_course_id is not null and b.depth < 6 and p.needs_course_id <> all (b.path)
  ), furthest as (select id, max(depth) as depth from before group by id),
  step as (
    select f.depth, w.slug, w.title, w.language, w.document -> 'effort' as effort
    from furthest f join catalog.course w on w.id = f.id where w.state = 'listed' order by f.depth desc, w.title limit 12)
  select coalesce(jsonb_agg(to_jsonb(step) order by step.depth desc, step.title), '[]') from step)`;
