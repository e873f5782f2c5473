import { sql } from 'kysely';

/** What was found close to a course before. */
export interface KeptNear {
  /** Cards of those that are still listed, the closest first. */
  readonly cards: readonly string[];
  /** ISO instant. */
  readonly madeAt: string;
}

/** KeptNear of the course `c` of the statement around it, as JSON; null when nobody looked yet. */
export const keptNear = sql`(
  select jsonb_build_object('madeAt', kept.made_at, 'cards', to_jsonb(array(
    select e.card from unnest(kept.near) with ordinality as wanted(id, place)
    join catalog.course o on o.id = wanted.id and o.state = 'listed'
    join catalog.search_entry e on e.n = o.n order by wanted.place)))
  from catalog.related kept where kept.course_id = c.id)`;
