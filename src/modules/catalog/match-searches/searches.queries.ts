import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Selection } from '../search-courses/facets.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

/** A saved search as matching needs it. */
export interface SavedSearch {
  readonly id: string;
  readonly key: string;
  readonly address: string;
  readonly said: string;
  readonly q: string;
  readonly selection: Selection;
  readonly match: string | null;
  /** Whether it has to be read anew: its last word is unfinished, or it was read for older entries. */
  readonly stale: boolean;
}

/**
 * The ids of searches that may find courses with these lexemes and facet values, those of one query together; of all that
 * have to be read anew as well.
 */
export async function candidateSearches(db: Db, keys: readonly string[], version: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from (
      select a.search_id as id from catalog.saved_search_anchor a where a.anchor = any(${keys}::text[])
      union select id from catalog.saved_search where unfinished or read_version <> ${version}::smallint
    ) as candidate join catalog.saved_search s using (id) order by s.key, s.lang`.execute(of(db));
  return rows.map((row) => row.id);
}

export async function searchesOf(db: Db, ids: readonly string[], version: number): Promise<SavedSearch[]> {
  const { rows } = await sql<SavedSearch>`select id, key, address, said, q, selection, match,
      unfinished or read_version <> ${version}::smallint as stale
    from catalog.saved_search where id = any(${ids}::uuid[]) order by key, lang`.execute(of(db));
  return rows;
}

/** Which of these transactions had been seen when a search was saved, by the id of the search; only such searches. */
export async function seenAtSaving(
  db: Db,
  changes: readonly { readonly xid: string; readonly at: Date }[],
): Promise<Map<string, ReadonlySet<string>>> {
  const xids = [...new Set(changes.map(({ xid }) => xid))];
  const since = new Date(Math.min(...changes.map(({ at }) => at.getTime())));
  const { rows } = await sql<{ id: string; xids: string[] }>`
    select s.id, array_agg(x.xid) as xids from catalog.saved_search s cross join unnest(${xids}::text[]) as x(xid)
    where s.saved_at >= ${since} and pg_visible_in_snapshot(x.xid::xid8, s.seen::pg_snapshot)
    group by s.id`.execute(of(db));
  return new Map(rows.map((row) => [row.id, new Set(row.xids)]));
}
