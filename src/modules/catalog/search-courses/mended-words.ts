import { type Term, unfinishedWord } from './parse-query.ts';
import type { SearchResults } from './search-courses.ts';

type Read = Pick<SearchResults, 'query' | 'corrected'>;

/** What was typed, with the words that were taken instead where some were mended: all else stays as it was meant. */
export function mendedWords({ query, corrected }: Read): string {
  if (corrected.length === 0) return query.text;
  const meant = new Map(corrected.map(({ typed, meant: word }) => [typed, word]));
  const last = query.open === 'asked' ? unfinishedWord(query) : undefined;
  const mended = (token: string) => meant.get(token) ?? (token === last ? `${token}*` : token);
  const unwanted = query.excluded.map((term) => `-${written(term, (token) => token)}`);
  return [...unwanted, ...query.terms.map((term) => written(term, mended))].join(' ');
}

const written = ({ tokens, isPhrase }: Term, mended: (token: string) => string): string =>
  isPhrase ? `"${tokens.join(' ')}"` : tokens.map(mended).join(' ');
