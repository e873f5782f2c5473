import { createHash } from 'node:crypto';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { SearchReading } from '../match-searches/read-searches.ts';
import { type Facet, facets, type Selection } from '../search-courses/facets.ts';
import { type Term, unfinishedWord } from '../search-courses/parse-query.ts';

/** The chosen facets in their own order, values in the order of letters. */
export function orderedSelection(selection: Selection): Selection {
  const chosen = facets.flatMap((facet): [Facet, readonly string[]][] => {
    const values = selection[facet] ?? [];
    return values.length === 0 ? [] : [[facet, values.toSorted()]];
  });
  return Object.fromEntries(chosen);
}

const written = ({ tokens, isPhrase }: Term): string =>
  isPhrase ? `"${tokens.join(' ')}"` : tokens.join(' ');

/**
 * One key for all searches that find the same courses, however they are written: folded words, phrases and exclusions in
 * one order, what the last word may become where it is unfinished, and the chosen facets. A digest, since it is indexed.
 */
export function searchKey(
  { query, unfinished }: Pick<SearchReading, 'query' | 'unfinished'>,
  selection: Selection,
): string {
  const words = query.terms.map(written).toSorted();
  // exclusions alone are not read as a search for words
  const unwanted = words.length === 0 ? [] : query.excluded.map(written).toSorted();
  const end = unfinished ? [unfinishedWord(query), query.open] : [];
  return digest([words, unwanted, end, orderedSelection(selection)]).toString('base64url');
}

/** The id of a search in a language, told by the search itself: whoever saves it, and again after it was dropped. */
export function searchId(key: string, lang: Lang): string {
  const hex = digest([key, lang]).toString('hex').slice(0, 32);
  // a UUID of version 8: made by a rule of our own
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return parts.join('-');
}

const digest = (value: unknown): Buffer => createHash('sha256').update(JSON.stringify(value)).digest();
