import type { SearchResults } from '../search-courses/search-courses.ts';
import { tokensOf } from '../search-courses/words/tokens.ts';
import type { MissedOutcome } from './missed-search-tables.ts';

/** At most so many courses are "hardly anything". */
const few = 3;
const mostWords = 6;
const longest = 60;

/**
 * The words of a search as they may be kept: folded, in their order. Undefined for what could point to a person (addresses,
 * long numbers) or is no question of a few words.
 */
export function keptWords(text: string): string | undefined {
  if (text.includes('@') || /\d{5,}/.test(text.replace(/[\s().+-]/g, ''))) return undefined;
  const words = tokensOf(text).filter((word) => word.length > 1);
  const kept = words.join(' ');
  return words.length === 0 || words.length > mostWords || kept.length > longest ? undefined : kept;
}

/**
 * How a search ended, where it says that something is missing: nothing that further choices hide, and no word that was only
 * misspelt. Undefined for every other search.
 */
export function outcomeOf(
  found: Pick<SearchResults, 'total' | 'corrected' | 'proposals'>,
  hasChoices: boolean,
): MissedOutcome | undefined {
  if (found.corrected.length > 0 || hasChoices) return undefined;
  if (found.total === 0) return 'none';
  return found.total <= few ? 'few' : undefined;
}
