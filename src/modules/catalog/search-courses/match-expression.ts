import type { Term } from './parse-query.ts';
import { isLatin, scriptLanguageOf, type StemLanguage } from './words/stemming.ts';
import type { StemOf } from './words/stems.ts';
import { isUnspaced, pairsOf } from './words/tokens.ts';
import { titleMark } from './words/word-vector.ts';

/** What goes to PostgreSQL for a query; texts of tsquery. */
export interface MatchExpression {
  /** Courses that have all that was asked for, in one language or another, and nothing of what was excluded. */
  readonly match: string;
  /** The same words in the title. */
  readonly title: string;
  /** Any of the words: what ts_rank weighs. */
  readonly rank: string;
  readonly wordCount: number;
  readonly lexemeCount: number;
  /** Each term as it is read in all languages, for whoever explains a result. */
  readonly terms: readonly { readonly text: string; readonly lexemes: readonly string[] }[];
}

/** A term with the words that may stand for its last one (the ends of an unfinished word). */
export interface WidenedTerm extends Term {
  readonly others: readonly string[];
}

/** How a query is read: as a text of each of these languages, and as it stands. */
const latinReadings: readonly (StemLanguage | undefined)[] = ['en', 'fr', 'es', 'pt', undefined];

/** Stems that reading a query may need. */
export function stemsWanted(terms: readonly WidenedTerm[]): Map<StemLanguage, Set<string>> {
  const wanted = new Map<StemLanguage, Set<string>>();
  const want = (language: StemLanguage, word: string) => {
    const words = wanted.get(language) ?? new Set<string>();
    wanted.set(language, words.add(word));
  };
  for (const token of terms.flatMap((term) => [...term.tokens, ...term.others])) {
    const own = scriptLanguageOf(token);
    if (own !== undefined) want(own, token);
    else if (isLatin(token))
      for (const language of latinReadings) if (language !== undefined) want(language, token);
  }
  return wanted;
}

/**
 * A query as tsquery texts: read once in each language, since "de" means something in one and nothing in another; a course
 * matches when one reading does. Returns undefined when nothing is left to look for.
 */
export function matchExpression(
  terms: readonly WidenedTerm[],
  excluded: readonly Term[],
  stemOf: StemOf,
): MatchExpression | undefined {
  const readings = latinReadings.map((language) => readIn(terms, language, stemOf));
  const usable = readings.filter((reading) => reading.parts.length > 0);
  if (usable.length === 0) return undefined;
  const either = (texts: readonly string[]) => [...new Set(texts)].map((text) => `(${text})`).join(' | ');
  const unwanted = excluded.flatMap((term) => exclusions(term, stemOf));
  const wanted = either(usable.map((reading) => reading.parts.join(' & ')));
  const lexemes = [...new Set(usable.flatMap((reading) => reading.lexemes))];
  return {
    match: unwanted.length === 0 ? wanted : `(${wanted}) & !(${[...new Set(unwanted)].join(' | ')})`,
    title: either(usable.map((reading) => reading.titleParts.join(' & '))),
    rank: lexemes.map(quoted).join(' | '),
    wordCount: Math.max(1, terms.length),
    lexemeCount: lexemes.length,
    terms: terms.map((term, place) => ({
      text: term.tokens.join(' '),
      lexemes: [...new Set(readings.flatMap((reading) => reading.byTerm[place] ?? []))],
    })),
  };
}

interface Reading {
  readonly parts: readonly string[];
  readonly titleParts: readonly string[];
  readonly lexemes: readonly string[];
  /** The lexemes of each term, none where it is a stop word. */
  readonly byTerm: readonly (readonly string[])[];
}

// tokens are letters, marks and digits only, so that a quote is all they need
const quoted = (lexeme: string): string => `'${lexeme}'`;
const inTitle = (lexeme: string): string => `'${titleMark}${lexeme}'`;

function readIn(terms: readonly WidenedTerm[], language: StemLanguage | undefined, stemOf: StemOf): Reading {
  const parts: string[] = [];
  const titleParts: string[] = [];
  const lexemes: string[] = [];
  const byTerm: (readonly string[])[] = [];
  for (const term of terms) {
    const found = term.isPhrase
      ? phraseIn(term, language, stemOf)
      : wordIn([...term.tokens, ...term.others], language, stemOf);
    byTerm.push(found?.lexemes ?? []);
    if (!found) continue;
    parts.push(found.text);
    titleParts.push(found.title);
    lexemes.push(...found.lexemes);
  }
  return { parts, titleParts, lexemes, byTerm };
}

interface Found {
  readonly text: string;
  readonly title: string;
  readonly lexemes: readonly string[];
}

/** Any of some words; undefined where the first one is a stop word of the language. */
function wordIn(
  tokens: readonly string[],
  language: StemLanguage | undefined,
  stemOf: StemOf,
): Found | undefined {
  const first = lexemesOf(tokens[0] ?? '', language, stemOf);
  if (first.length === 0) return undefined;
  const lexemes = [
    ...new Set([...first, ...tokens.slice(1).flatMap((token) => lexemesOf(token, language, stemOf))]),
  ];
  const either = (mark: (lexeme: string) => string) => {
    const whole = lexemes.map(mark);
    const apart = tokens
      .filter((token) => isUnspaced(token) && token.length > 2)
      .map((token) => `(${pairsOf(token).map(mark).join(' & ')})`);
    return `(${[...whole, ...apart].join(' | ')})`;
  };
  return { text: either(quoted), title: either(inTitle), lexemes };
}

/** Words in a row; the stop words of the language leave a gap of their width. */
function phraseIn(term: WidenedTerm, language: StemLanguage | undefined, stemOf: StemOf): Found | undefined {
  let text = '';
  let gap = 0;
  const lexemes: string[] = [];
  for (const token of term.tokens) {
    gap += 1;
    const lexeme = lexemesOf(token, language, stemOf)[0];
    if (lexeme === undefined) continue;
    text += lexemes.length === 0 ? quoted(lexeme) : ` <${gap}> ${quoted(lexeme)}`;
    lexemes.push(lexeme);
    gap = 0;
  }
  if (lexemes.length === 0) return undefined;
  return { text: `(${text})`, title: `(${lexemes.map(inTitle).join(' & ')})`, lexemes };
}

/** The lexemes under which a word of a query is found in a reading; none for a stop word. */
function lexemesOf(token: string, language: StemLanguage | undefined, stemOf: StemOf): readonly string[] {
  const own = scriptLanguageOf(token);
  if (own !== undefined) {
    const stem = stemOf(own, token);
    // other languages of the script are indexed as they stand
    return stem === '' ? [] : [...new Set([stem, token])];
  }
  if (language === undefined || !isLatin(token)) return [token];
  const stem = stemOf(language, token);
  return stem === '' ? [] : [stem];
}

function exclusions(term: Term, stemOf: StemOf): string[] {
  return latinReadings.flatMap((language) => {
    const widened = { ...term, others: [] };
    const found = term.isPhrase ? phraseIn(widened, language, stemOf) : wordIn(term.tokens, language, stemOf);
    return found ? [found.text] : [];
  });
}
