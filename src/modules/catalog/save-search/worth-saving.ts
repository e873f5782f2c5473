import type { SearchReading } from '../match-searches/read-searches.ts';
import type { Selection } from '../search-courses/facets.ts';

/**
 * Why a search is not worth following: `too-wide` when it would tell of every new course (no word to look for, no facet; an
 * exclusion alone narrows nothing), `no-words` when its words are all little ones that nothing is found by.
 */
export function notWorthSaving(
  { query, match }: Pick<SearchReading, 'query' | 'match'>,
  selection: Selection,
): 'too-wide' | 'no-words' | undefined {
  if (query.terms.length > 0) return match === undefined ? 'no-words' : undefined;
  return Object.keys(selection).length === 0 ? 'too-wide' : undefined;
}
