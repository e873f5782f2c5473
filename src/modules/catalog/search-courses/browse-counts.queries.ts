import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';
import type { FacetCounts } from './facet-counts.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface BrowseCounts {
  readonly total: number;
  readonly facets: FacetCounts;
}

/** The ready counts of these choices ('' for none, 'language=fr'); those that were not made are absent. */
export async function browseCounts(
  db: Db,
  chosen: readonly string[],
): Promise<ReadonlyMap<string, BrowseCounts>> {
  const rows = await of(db)
    .selectFrom('catalog.browse_counts')
    .select(['chosen', 'counts'])
    .where('chosen', 'in', chosen)
    .execute();
  return new Map(rows.map((row) => [row.chosen, countsIn(row.chosen, row.counts)]));
}

const mostRead = 300;
const read = new Map<string, { readonly text: string; readonly counts: BrowseCounts }>();

/** Counts are the same for hours: the same text is the same object, which pages remember what they made of it by. */
function countsIn(chosen: string, text: string): BrowseCounts {
  const known = read.get(chosen);
  if (known?.text === text) return known.counts;
  const counts = JSON.parse(text) as BrowseCounts;
  if (read.size >= mostRead) read.clear();
  read.set(chosen, { text, counts });
  return counts;
}

export async function saveBrowseCounts(
  db: Db,
  chosen: string,
  counts: BrowseCounts,
  now: Date,
): Promise<void> {
  const text = JSON.stringify(counts);
  await of(db)
    .insertInto('catalog.browse_counts')
    .values({ chosen, counts: text, made_at: now })
    .onConflict((conflict) => conflict.column('chosen').doUpdateSet({ counts: text, made_at: now }))
    .execute();
}

/** Takes away the counts of choices that are not common any more. */
export async function forgetBrowseCounts(db: Db, madeBefore: Date): Promise<void> {
  await of(db).deleteFrom('catalog.browse_counts').where('made_at', '<', madeBefore).execute();
}

/**
 * Works what imports left waiting into the word index, so that searches need not read it beside, and takes stock of the
 * tables, so that searches are planned for what they hold now. Harmless at any time.
 */
export async function settleIndex(db: Db): Promise<void> {
  await sql`select gin_clean_pending_list('catalog.search_entry_words'::regclass)`.execute(of(db));
  await sql`analyze catalog.search_entry, catalog.facet_set, catalog.lexicon`.execute(of(db));
}
