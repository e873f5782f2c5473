import { type RawBuilder, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';
import type { Facet, Selection } from './facets.ts';
import { satisfies } from './search-courses.queries.ts';

/** What every match is: the words as they were read by a search, and the facets that were chosen. */
export interface Wanted {
  /** A tsquery; absent when only facets narrow. */
  readonly match?: string | undefined;
  readonly selection: Selection;
}

/** Conditions on `catalog.search_entry e`. */
export function isWanted({ match, selection }: Wanted): RawBuilder<unknown> {
  const chosen = Object.entries(selection) as [Facet, readonly string[]][];
  const words = match === undefined ? sql`true` : sql`e.words @@ (select ${match}::tsquery)`;
  return sql.join([words, ...chosen.map(([facet, values]) => satisfies(facet, values))], sql` and `);
}

/** Numbers (catalog.course.n) of all matches, however many there are. */
export async function matchingNumbers(db: Db, wanted: Wanted): Promise<number[]> {
  const { rows } = await sql<{
    n: number;
  }>`select e.n from catalog.search_entry e where ${isWanted(wanted)}`.execute(tables<CatalogTables>(db));
  return rows.map((row) => row.n);
}

/** The matches that changed last, as rows (id, place) for coursesIn. */
export const lastChanged = (wanted: Wanted, most: number): RawBuilder<unknown> => sql`
  select id, row_number() over (order by changed_at desc, n desc) as place from (
    select c.id, c.changed_at, c.n from catalog.course c join catalog.search_entry e on e.n = c.n
    where ${isWanted(wanted)} order by c.changed_at desc, c.n desc limit ${most}) as latest`;

/** The matches with the nearest starts and last days to enrol from a day on, the soonest first, as rows (id, place). */
export function soonestDays(wanted: Wanted, today: string, most: number): RawBuilder<unknown> {
  const coming = (column: string) => sql`(select c.id, r.${sql.ref(column)} as day
    from catalog.run r join catalog.course c on c.id = r.course_id join catalog.search_entry e on e.n = c.n
    where r.${sql.ref(column)} >= ${today}::date and r.gone_at is null and r.declared is distinct from 'cancelled'
      and ${isWanted(wanted)} order by day, c.id limit ${most})`;
  return sql`select id, row_number() over (order by min(day), id) as place
    from (${coming('start_on')} union all ${coming('enrol_end_on')}) as days
    group by id order by place limit ${most}`;
}
