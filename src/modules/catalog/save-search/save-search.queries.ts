import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { Selection } from '../search-courses/facets.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface SearchToSave {
  readonly id: string;
  readonly key: string;
  readonly lang: Lang;
  /** Query string without question mark. */
  readonly address: string;
  readonly q: string;
  readonly selection: Selection;
  readonly said: string;
  readonly match: string | undefined;
  readonly unfinished: boolean;
  readonly anchors: readonly string[];
}

/**
 * Keeps searches. One that is there already keeps what it had seen, and counts as saved anew, so that it is not dropped
 * meanwhile.
 */
export async function keepSearches(
  db: Db,
  searches: readonly SearchToSave[],
  version: number,
  now: Date,
): Promise<void> {
  const rows = JSON.stringify(searches);
  await sql`insert into catalog.saved_search
      (id, key, lang, address, q, selection, said, match, unfinished, read_version, seen, saved_at)
    select id, key, lang, address, q, selection, said, match, unfinished, ${version}::smallint,
      pg_current_snapshot()::text, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as t(id uuid, key text, lang text, address text, q text, selection jsonb,
      said text, match text, unfinished boolean)
    order by id
    on conflict (id) do update set saved_at = excluded.saved_at`.execute(of(db));
  await insertAnchors(db, searches);
}

/** Ids of searches that were last saved before an instant, in their order after one. */
export async function savedBefore(
  db: Db,
  before: Date,
  after: string | undefined,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from catalog.saved_search
    where saved_at < ${before} and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
    order by id limit ${most}`.execute(of(db));
  return rows.map((row) => row.id);
}

/** Drops these searches, but for those that were saved again meanwhile. */
export async function dropSearches(db: Db, ids: readonly string[], before: Date): Promise<void> {
  await sql`delete from catalog.saved_search where id = any(${ids}::uuid[]) and saved_at < ${before}`.execute(
    of(db),
  );
}

export interface SearchToReread {
  readonly id: string;
  readonly q: string;
  readonly selection: Selection;
}

/** Searches after one, in the order of ids, whose words are read anew each time that they are matched. */
export async function searchesToReread(
  db: Db,
  version: number,
  after: string | undefined,
  most: number,
): Promise<SearchToReread[]> {
  const { rows } = await sql<SearchToReread>`select id, q, selection from catalog.saved_search
    where (unfinished or read_version <> ${version}::smallint) and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
    order by id limit ${most}`.execute(of(db));
  return rows;
}

export type KeptReading = Pick<SearchToSave, 'id' | 'match' | 'unfinished' | 'anchors'>;

/** Keeps how searches are read now. */
export async function keepReadings(db: Db, readings: readonly KeptReading[], version: number): Promise<void> {
  const rows = JSON.stringify(readings);
  await sql`update catalog.saved_search s set match = t.match, unfinished = t.unfinished, read_version = ${version}::smallint
    from jsonb_to_recordset(${rows}::jsonb) as t(id uuid, match text, unfinished boolean) where s.id = t.id`.execute(
    of(db),
  );
  await sql`delete from catalog.saved_search_anchor where search_id = any(${readings.map(({ id }) => id)}::uuid[])`.execute(
    of(db),
  );
  await insertAnchors(db, readings);
}

async function insertAnchors(
  db: Db,
  searches: readonly Pick<SearchToSave, 'id' | 'anchors'>[],
): Promise<void> {
  const anchors = searches.flatMap(({ id, anchors: each }) => each.map((anchor) => ({ anchor, id })));
  await sql`insert into catalog.saved_search_anchor (anchor, search_id)
    select t.anchor, s.id from unnest(${anchors.map(({ anchor }) => anchor)}::text[],
      ${anchors.map(({ id }) => id)}::uuid[]) as t(anchor, id)
    join catalog.saved_search s on s.id = t.id
    on conflict do nothing`.execute(of(db));
}
