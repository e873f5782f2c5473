import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { type SetFacet, setFacets } from '../search-courses/facets.ts';
import type { CatalogTables } from '../tables.ts';
import type { MatchedEntry } from './entry-batch.ts';

const of = (db: Db) => tables<CatalogTables>(db);

/** A listed course whose search entry is not what it was when it was last matched. */
export interface ChangedCourse {
  readonly n: number;
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly now: MatchedEntry;
  /** Absent where it was not listed. */
  readonly before?: MatchedEntry | undefined;
  /** The transaction of its last change. */
  readonly xid: string;
  readonly at: Date;
}

type SideColumns = Readonly<Record<SetFacet, number>> & { readonly words: string; readonly traits: number };

interface ChangeRow {
  readonly n: number;
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly xid: string;
  readonly at: Date;
  readonly now: SideColumns;
  readonly before: SideColumns | null;
}

const side = (name: string) => sql`json_build_object('words', ${sql.ref(`${name}.words`)}::text,
  ${sql.join(['traits', ...setFacets].map((column) => sql`${sql.lit(column)}, ${sql.ref(`${name}.${column}`)}`))})`;
const compared = (name: string) =>
  sql`(${sql.join(['words', 'traits', ...setFacets].map((column) => sql.ref(`${name}.${column}`)))})`;

/** One matching at a time, to the end of the transaction: tallies are counted once. */
export async function lockMatching(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('catalog.match-searches'))`.execute(of(db));
}

/**
 * Takes the changes that wait, the oldest first, those of at most so many courses; `taken` counts them all, `courses` has
 * the listed ones that searches may find now and did not find before. One statement, so that what was kept and what stands
 * now are of one moment.
 */
export async function takeChanges(
  db: Db,
  most: number,
): Promise<{ readonly taken: number; readonly courses: readonly ChangedCourse[] }> {
  const { rows } = await sql<ChangeRow & { taken: number }>`
    with taken as materialized (
      delete from catalog.entry_before where n in
        (select n from catalog.entry_before group by n order by min(id) limit ${most})
      returning *
    ),
    first as (select distinct on (n) * from taken order by n, id),
    last as (select distinct on (n) n, xid, at from taken order by n, id desc)
    select counted.taken, c.n, c.id, c.slug, c.title, last.xid::text as xid, last.at,
      case when e.n is not null then ${side('e')} end as now,
      case when first.words is not null then ${side('first')} end as before
    from (select count(distinct n)::int as taken from taken) as counted
    left join (first join last using (n) join catalog.course c using (n) join catalog.search_entry e using (n))
      on first.words is null or ${compared('first')} is distinct from ${compared('e')}
    order by c.n`.execute(of(db));
  const changed = rows.filter((row) => row.id !== null);
  const members = await membersOfSets(db, changed);
  return {
    taken: rows[0]?.taken ?? 0,
    courses: changed.map(({ taken: _taken, now, before, ...row }) => ({
      ...row,
      now: entryOf(now, members),
      before: before ? entryOf(before, members) : undefined,
    })),
  };
}

async function membersOfSets(db: Db, rows: readonly ChangeRow[]): Promise<Map<number, readonly string[]>> {
  const numbers = new Set(
    rows.flatMap(({ now, before }) =>
      setFacets.flatMap((facet) => [now[facet], before?.[facet] ?? now[facet]]),
    ),
  );
  const found = await sql<{ id: number; members: string[] }>`select id, members from catalog.facet_set
    where id = any(${[...numbers]}::int[])`.execute(of(db));
  return new Map(found.rows.map((row) => [row.id, row.members]));
}

const entryOf = (columns: SideColumns, members: ReadonlyMap<number, readonly string[]>): MatchedEntry => ({
  words: columns.words,
  traits: columns.traits,
  sets: Object.fromEntries(
    setFacets.map((facet) => [facet, members.get(columns[facet]) ?? []]),
  ) as unknown as MatchedEntry['sets'],
});
