import type { Db } from '../../../platform/db/database.ts';
import type { Selection } from '../search-courses/facets.ts';
import { endingsFor, wordWeights } from '../search-courses/lexicon.queries.ts';
import { matchExpression, stemsWanted, type WidenedTerm } from '../search-courses/match-expression.ts';
import { type ParsedQuery, parseQuery, unfinishedWord } from '../search-courses/parse-query.ts';
import { stemsFor } from '../search-courses/words/stems.ts';
import { facetAnchors, wordAnchors } from './anchors.ts';
import { parseExpression } from './tsquery.ts';

/** A search as somebody asks for it: typed words, chosen facets. */
export interface AskedSearch {
  readonly q: string;
  readonly selection: Selection;
}

/** The same search as it is matched. */
export interface SearchReading {
  readonly query: ParsedQuery;
  /** A tsquery; absent where no words were typed, or where nothing is left of them to look for. */
  readonly match?: string | undefined;
  /** The words that its last one may become change with the catalogue. */
  readonly unfinished: boolean;
  /** Every course that matches has one of these lexemes or facet values; none for an unfinished search. */
  readonly anchors: readonly string[];
}

/**
 * Reads searches exactly as the list of courses reads them today, some thousands at a time, but for typing mistakes, which
 * are mended when a search is saved and not later.
 */
export async function readSearches(db: Db, asked: readonly AskedSearch[]): Promise<SearchReading[]> {
  const queries = asked.map(({ q }) => parseQuery(q));
  const known = await wordWeights(db, [...new Set(queries.flatMap(tokensIn))]);
  const open = queries.map((query) => openWord(query, known));
  const endings = await endingsFor(db, [...new Set(open.filter((word) => word !== undefined))]);
  const widened = queries.map(({ terms }, place) => widen(terms, open[place], endings));
  const excluded = queries.flatMap((query) => query.excluded.map((term) => ({ ...term, others: [] })));
  const stemOf = await stemsFor(db, stemsWanted([...widened.flat(), ...excluded]));
  return queries.map((query, place) => {
    const found = matchExpression(widened[place] ?? [], query.excluded, stemOf);
    const unfinished = open[place] !== undefined;
    if (unfinished || !found) {
      const anchors = query.terms.length === 0 ? facetAnchors(asked[place]?.selection ?? {}) : [];
      return { query, match: found?.match, unfinished, anchors };
    }
    const weights = lexemeWeights(found.terms, known);
    const anchors = wordAnchors(parseExpression(found.match), (lexeme) => weights.get(lexeme) ?? 0) ?? [];
    return { query, match: found.match, unfinished, anchors };
  });
}

const tokensIn = ({ terms }: ParsedQuery): string[] => terms.flatMap((term) => term.tokens);

/** The last word where it goes on: one that ends with a star, or that the catalogue does not have. */
function openWord(query: ParsedQuery, known: ReadonlyMap<string, number>): string | undefined {
  const word = unfinishedWord(query);
  return word !== undefined && (query.open === 'asked' || !known.has(word)) ? word : undefined;
}

const widen = (
  terms: ParsedQuery['terms'],
  open: string | undefined,
  endings: ReadonlyMap<string, readonly string[]>,
): WidenedTerm[] =>
  terms.map((term) => ({
    ...term,
    others: term.isPhrase || term.tokens[0] !== open ? [] : (endings.get(open ?? '') ?? []),
  }));

/** How common lexemes are, by the words that they came from. */
function lexemeWeights(
  terms: readonly { readonly text: string; readonly lexemes: readonly string[] }[],
  known: ReadonlyMap<string, number>,
): Map<string, number> {
  return new Map(
    terms.flatMap(({ text, lexemes }) => {
      const rarest = Math.min(...text.split(' ').map((token) => known.get(token) ?? 0));
      return lexemes.map((lexeme) => [lexeme, rarest] as const);
    }),
  );
}
