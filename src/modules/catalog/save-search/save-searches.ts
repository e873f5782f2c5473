import type { Db } from '../../../platform/db/database.ts';
import { queryString } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { type AskedSearch, readSearches, type SearchReading } from '../match-searches/read-searches.ts';
import { entryVersion } from '../search-courses/rebuild-index.job.ts';
import { searchQuery } from '../search-courses/search-address.ts';
import { orderedSelection, searchId, searchKey } from './canonical-search.ts';
import { keepSearches, type SearchToSave } from './save-search.queries.ts';
import { notWorthSaving } from './worth-saving.ts';

export interface SearchInWords extends AskedSearch {
  readonly lang: Lang;
  /** The search in words of that language; its news name it so. */
  readonly said: string;
}

/**
 * Saves searches, so that they are matched against every course that changes from now on; returns their ids in the order
 * given. The same query in the same language is one search, whoever saves it. Refusing what is not worth saving is for the
 * caller.
 */
export async function saveSearches(db: Db, now: Date, asked: readonly SearchInWords[]): Promise<string[]> {
  const prepared = await prepareSearches(db, asked);
  await keepPrepared(db, now, prepared);
  return prepared.map(({ id }) => id);
}

/** The first half of saving: what would be kept, and under which id. */
export async function prepareSearches(db: Db, asked: readonly SearchInWords[]): Promise<SearchToSave[]> {
  const readings = await readSearches(db, asked);
  return asked.map((search, place) => rowOf(search, readings[place]));
}

/** The second half of saving. */
export async function keepPrepared(db: Db, now: Date, prepared: readonly SearchToSave[]): Promise<void> {
  const distinct = new Map(prepared.map((row) => [row.id, row]));
  await keepSearches(db, [...distinct.values()], entryVersion, now);
}

function rowOf({ selection, lang, said }: SearchInWords, reading: SearchReading | undefined): SearchToSave {
  if (!reading || notWorthSaving(reading, selection)) throw new Error(`not worth saving: ${said}`);
  const { query, match, unfinished, anchors } = reading;
  const key = searchKey(reading, selection);
  const chosen = orderedSelection(selection);
  const address = addressOf(query.text, chosen);
  return {
    id: searchId(key, lang),
    key,
    lang,
    address,
    q: query.text,
    selection: chosen,
    said,
    match,
    unfinished,
    anchors,
  };
}

/** The search as its address tells it, without question mark, page and order. */
export const addressOf = (q: string, selection: AskedSearch['selection']): string =>
  queryString(searchQuery({ q, selection })).slice(1);
