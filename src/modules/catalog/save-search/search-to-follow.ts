import type { Db } from '../../../platform/db/database.ts';
import { mendedWords } from '../search-courses/mended-words.ts';
import { parseQuery } from '../search-courses/parse-query.ts';
import {
  type CourseQuery,
  searchCourses,
  type SearchResults,
  type SearchScene,
} from '../search-courses/search-courses.ts';
import { orderedSelection, searchId, searchKey } from './canonical-search.ts';
import { addressOf } from './save-searches.ts';
import { notWorthSaving } from './worth-saving.ts';

/** Longer addresses are refused: nobody chooses so many filters, and letters carry the address. */
export const longestAddress = 4000;

/** Why a search cannot be followed; each has its words (catalog.saved.REASON). */
export type WhyNot = 'too-wide' | 'no-words' | 'too-long';

export interface SearchToFollow {
  /** The search as it would be followed: its words mended where the list of courses mends them. */
  readonly query: CourseQuery;
  /** What stands in its address, without question mark. */
  readonly address: string;
  /** What it finds today. */
  readonly found: SearchResults;
  readonly whyNot: WhyNot | undefined;
  /** Of the search in this language, saved or not. */
  readonly id: string;
}

/** What somebody who asks to follow a search would follow. */
export async function searchToFollow(
  db: Db,
  asked: CourseQuery,
  scene: SearchScene,
): Promise<SearchToFollow> {
  const found = await searchCourses(db, { ...asked, page: 1 }, { ...scene, perPage: 1 });
  const selection = orderedSelection(asked.selection);
  const query: CourseQuery = { q: mendedWords(found), selection, sort: 'best', page: 1 };
  const reading = { query: parseQuery(query.q), match: found.match?.match, unfinished: found.unfinished };
  const address = addressOf(query.q, selection);
  const whyNot =
    notWorthSaving(reading, selection) ?? (address.length > longestAddress ? 'too-long' : undefined);
  return { query, address, found, whyNot, id: searchId(searchKey(reading, selection), scene.lang) };
}
