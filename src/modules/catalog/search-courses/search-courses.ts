import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { Availability } from '../run-states/availability.ts';
import { type BrowseCounts, browseCounts } from './browse-counts.queries.ts';
import { type CourseCard, readCard, tongueOf } from './card.ts';
import { likelyMeant } from './correct-words.ts';
import { facetCounts, type FacetCounts, withChosen } from './facet-counts.ts';
import { type Facet, type Selection } from './facets.ts';
import { hintsFor, type WordHint } from './lexicon.queries.ts';
import { type MatchExpression, matchExpression, stemsWanted, type WidenedTerm } from './match-expression.ts';
import { parseQuery, type ParsedQuery, unfinishedWord } from './parse-query.ts';
import {
  askIndex,
  browsePage,
  chosenFacets,
  type SearchAnswer,
  type SearchQuestion,
} from './search-courses.queries.ts';
import type { Sort } from './sorts.ts';
import { stemsFor } from './words/stems.ts';

export interface CourseQuery {
  /** As typed; any length, any characters. */
  readonly q: string;
  readonly selection: Selection;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  /** Take the words as they are typed: no correction. */
  readonly exact?: boolean;
}

export interface SearchScene {
  readonly now: Date;
  /** The visitor's language: its courses come first where words do not decide. */
  readonly lang: Lang;
  /** Results a page; 24 when not said. */
  readonly perPage?: number;
}

export interface SearchResult {
  readonly card: CourseCard;
  readonly availability: Availability;
  /** Points out of 100, where words decided. */
  readonly score?: number;
}

export interface SearchResults {
  /** What was understood; its text is the tidied query. */
  readonly query: ParsedQuery;
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  readonly results: readonly SearchResult[];
  readonly facets: FacetCounts;
  /** Words that were read as others because the catalogue has nothing for them. */
  readonly corrected: readonly Correction[];
  /** When nothing was found: what might help. */
  readonly proposals: Proposals;
  /** The last word goes on in ways that change with the catalogue: it ends with a star, or nobody has written it yet. */
  readonly unfinished: boolean;
  /** How the words were read in the end, for who wants every match (matching-courses); absent without words. */
  readonly match?: MatchExpression | undefined;
}

export interface Correction {
  readonly typed: string;
  readonly meant: string;
}

export interface Proposals {
  /** Known words that look like one that was typed. */
  readonly words: readonly Correction[];
  /** How many courses there are without the choice in one facet. */
  readonly loosen: readonly { readonly facet: Facet; readonly count: number }[];
}

/** Results are counted to the last one, but nobody leafs further than this. */
export const mostListed = 5000;

/** Searches and browses the catalogue; one to three statements. */
export async function searchCourses(db: Db, asked: CourseQuery, scene: SearchScene): Promise<SearchResults> {
  const query = parseQuery(asked.q);
  const limit = scene.perPage ?? 24;
  const page = Math.min(Math.max(1, Math.floor(asked.page) || 1), Math.ceil(mostListed / limit));
  const question: SearchQuestion = {
    selection: asked.selection,
    sort: asked.sort,
    limit,
    offset: (page - 1) * limit,
    tongue: preferredTongue(asked.selection, scene.lang),
  };
  const found =
    query.terms.length === 0
      ? { ...nothingCorrected, ...(await browse(db, question)) }
      : await searchWords(db, query, question, asked.exact === true);
  const { answer, facets } = found;
  return {
    query,
    total: answer.total,
    page,
    pageCount: Math.ceil(Math.min(answer.total, mostListed) / limit),
    results: answer.page.map(([card, score]) => resultOf(card, score, scene.now)),
    facets,
    corrected: found.corrected,
    proposals: {
      words: answer.total === 0 ? found.words : [],
      loosen: answer.total === 0 ? loosenable(answer, asked.selection) : [],
    },
    unfinished: found.unfinished,
    match: answer.match,
  };
}

/** A choice of other languages speaks for itself: the visitor's own does not come first then. */
function preferredTongue({ language }: Selection, lang: Lang): number {
  return language === undefined || language.includes(lang) ? tongueOf(lang) : 0;
}

interface Found {
  readonly answer: SearchAnswer;
  readonly facets: FacetCounts;
  readonly corrected: readonly Correction[];
  readonly words: readonly Correction[];
  readonly unfinished: boolean;
}
const nothingCorrected = { corrected: [], words: [], unfinished: false };

const resultOf = (text: string, score: number | null, now: Date): SearchResult => ({
  ...readCard(text, now),
  ...(score === null ? {} : { score }),
});

function loosenable(answer: SearchAnswer, selection: Selection): Proposals['loosen'] {
  const counts = new Map(answer.missed);
  return chosenFacets(selection)
    .map(([facet, bit]) => ({ facet, count: counts.get(bit) ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

/** Where counts stand ready, only the page is read; with one choice its own counts are those of the whole catalogue. */
async function browse(db: Db, question: SearchQuestion): Promise<Pick<Found, 'answer' | 'facets'>> {
  const { selection } = question;
  const [only, ...others] = Object.entries(selection) as [Facet, readonly string[]][];
  const ready =
    others.length === 0
      ? await browseCounts(db, ['', choiceKey(selection)])
      : new Map<string, BrowseCounts>();
  const counted = ready.get(choiceKey(selection));
  if (counted) {
    const page = await browsePage(db, question);
    return { answer: { ...noAnswer, total: counted.total, page }, facets: counted.facets };
  }
  const whole = only && ready.get('');
  const answer = await askIndex(db, { ...question, ownCountsReady: whole !== undefined });
  const facets = facetCounts(answer, selection);
  return {
    answer,
    facets: whole ? { ...facets, [only[0]]: withChosen(whole.facets[only[0]], only[1]) } : facets,
  };
}

/** Under which name the counts of a choice stand ready: '' for none, 'language=fr' for one value of one facet. */
export function choiceKey(selection: Selection): string {
  return Object.entries(selection)
    .map(([facet, values]) => `${facet}=${values.join(',')}`)
    .join('&');
}

async function searchWords(
  db: Db,
  query: ParsedQuery,
  question: SearchQuestion,
  exact: boolean,
): Promise<Found> {
  const hints = await hintsOf(db, query);
  const terms = query.terms.map((term): WidenedTerm => ({ ...term, others: endingsOf(term, hints) }));
  const answer = await askWith(db, terms, query, question);
  const isFound = answer.total > 0 || answer.missed.length > 0;
  const words = isFound ? [] : meantInstead(query, hints);
  const unfinished = isUnfinished(query, hints);
  const found = { answer, facets: facetCounts(answer, question.selection), corrected: [], words, unfinished };
  if (words.length === 0 || exact) return found;
  const corrected = words.filter(
    (each, place) => words.findIndex((other) => other.typed === each.typed) === place,
  );
  const mended = terms.map((term) => correct(term, corrected));
  const second = await askWith(db, mended, query, question);
  if (second.total === 0 && second.missed.length === 0) return found;
  const last = unfinishedWord(query);
  return {
    answer: second,
    facets: facetCounts(second, question.selection),
    corrected,
    words: [],
    unfinished: unfinished && corrected.every(({ typed }) => typed !== last),
  };
}

function isUnfinished(query: ParsedQuery, hints: readonly WordHint[]): boolean {
  const last = unfinishedWord(query);
  const isKnown = hints.some(({ kind, token }) => kind === 'known' && token === last);
  return last !== undefined && (query.open === 'asked' || !isKnown);
}

async function hintsOf(db: Db, query: ParsedQuery): Promise<readonly WordHint[]> {
  const words = query.terms.filter((term) => !term.isPhrase).map((term) => term.tokens[0] ?? '');
  const last = unfinishedWord(query);
  const always = query.open === 'asked';
  return hintsFor(db, words, last === undefined ? undefined : { token: last, always });
}

const endingsOf = (
  { tokens, isPhrase }: WidenedTerm | ParsedQuery['terms'][number],
  hints: readonly WordHint[],
) =>
  isPhrase
    ? []
    : hints.filter((hint) => hint.kind === 'ending' && hint.token === tokens[0]).map((hint) => hint.word);

function meantInstead({ terms }: ParsedQuery, hints: readonly WordHint[]): Correction[] {
  return terms
    .filter((term) => !term.isPhrase)
    .flatMap(({ tokens: [typed = ''] }) => likelyMeant(typed, hints).map((meant) => ({ typed, meant })));
}

function correct(term: WidenedTerm, corrections: readonly Correction[]): WidenedTerm {
  const meant = corrections.find(({ typed }) => !term.isPhrase && typed === term.tokens[0])?.meant;
  return meant === undefined ? term : { tokens: [meant], isPhrase: false, others: [] };
}

async function askWith(
  db: Db,
  terms: readonly WidenedTerm[],
  query: ParsedQuery,
  question: SearchQuestion,
): Promise<SearchAnswer> {
  const stemOf = await stemsFor(
    db,
    stemsWanted([...terms, ...query.excluded.map((term) => ({ ...term, others: [] }))]),
  );
  const match = matchExpression(terms, query.excluded, stemOf);
  if (!match) return noAnswer;
  return { ...(await askIndex(db, { ...question, match })), match };
}

const noAnswer: SearchAnswer = { total: 0, traits: [], own: [], sets: [], missed: [], page: [] };
