import { isUnspaced, tokensOf } from './words/tokens.ts';

/** One thing asked for: a word, or words in a row. */
export interface Term {
  /** Folded; more than one in a phrase. */
  readonly tokens: readonly string[];
  readonly isPhrase: boolean;
}

export interface ParsedQuery {
  /** What was typed, tidied: for the search box and the address. */
  readonly text: string;
  readonly terms: readonly Term[];
  readonly excluded: readonly Term[];
  /** The last word may be the beginning of one: nothing follows it. `asked` when it ends with a star. */
  readonly open: 'no' | 'perhaps' | 'asked';
}

/** Longer queries are cut: nobody types them, and each word costs. */
export const longestQuery = 200;
const mostTerms = 12;

const piece = /(?<minus>(?<!\S)-)?(?:["“”«„](?<phrase>[^"“”»„]*)["“”»]?|(?<word>[^\s"“”«»„]+))/gu;
const control = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** One line without control characters, cut to what a search may be. */
export function tidyQuery(typed: string): string {
  return typed
    .slice(0, longestQuery * 2)
    .toWellFormed()
    .replace(control, ' ')
    .replace(/\s+/g, ' ')
    .trimStart()
    .slice(0, longestQuery);
}

/** Reads what was typed: words, "phrases", -exclusions, and a last word that may not be finished ("proj", "proj*"). */
export function parseQuery(typed: string): ParsedQuery {
  const text = tidyQuery(typed);
  const terms: Term[] = [];
  const excluded: Term[] = [];
  let open: ParsedQuery['open'] = 'no';
  for (const match of text.matchAll(piece)) {
    const { minus, phrase, word } = match.groups ?? {};
    const found = termsOf(phrase, word);
    (minus === undefined ? terms : excluded).push(...found);
    const isLast = match.index + match[0].length === text.length;
    if (isLast && word !== undefined && minus === undefined && found.length > 0)
      open = word.endsWith('*') ? 'asked' : 'perhaps';
  }
  return {
    text: text.trimEnd(),
    terms: distinct(terms).slice(0, mostTerms),
    excluded: distinct(excluded).slice(0, mostTerms),
    open: terms.length > mostTerms ? 'no' : open,
  };
}

/** The last word, where it may go on. */
export const unfinishedWord = ({ terms, open }: ParsedQuery): string | undefined =>
  open === 'no'
    ? undefined
    : terms
        .filter((term) => !term.isPhrase)
        .map(({ tokens }) => tokens[0] ?? '')
        .at(-1);

function termsOf(phrase: string | undefined, word: string | undefined): Term[] {
  const tokens = tokensOf(phrase ?? word ?? '');
  if (tokens.length === 0) return [];
  // "l'électricité" is two words; what was written without spaces may be several words, and is looked for as such
  if (phrase === undefined) return tokens.map((token) => ({ tokens: [token], isPhrase: false }));
  const isOne = tokens.length === 1 && !isUnspaced(tokens[0] ?? '');
  return [{ tokens: tokens.slice(0, mostTerms), isPhrase: !isOne }];
}

function distinct(terms: readonly Term[]): Term[] {
  const byKey = new Map(terms.map((term) => [`${term.isPhrase} ${term.tokens.join(' ')}`, term]));
  return [...byKey.values()];
}
