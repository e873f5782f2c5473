import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';

export interface AnnouncedMatch {
  readonly key: string;
  readonly subject: string;
  readonly sentence: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly path: string;
}

/** Every news of searches that somebody followed, in the order in which they were announced. */
export async function announcedMatches(db: Db): Promise<AnnouncedMatch[]> {
  const { rows } = await sql<AnnouncedMatch>`select key, subject, sentence, values, path from notify.news
    where kind = 'catalog.search' order by announced_at, key`.execute(tables(db));
  return rows;
}

export async function countOf(
  db: Db,
  table: 'entry_before' | 'saved_search' | 'saved_search_anchor' | 'search_tally',
): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from ${sql.id('catalog', table)}`.execute(tables(db));
  return rows[0]?.n ?? -1;
}

/** As if it had been read for entries of another kind. */
export async function readForOlderEntries(db: Db): Promise<void> {
  await sql`update catalog.saved_search set read_version = 0, match = '''nothing'''`.execute(tables(db));
  await sql`delete from catalog.saved_search_anchor`.execute(tables(db));
}
