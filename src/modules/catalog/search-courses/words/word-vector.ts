import { isUnspaced, pairsOf, tokensOf } from './tokens.ts';
import { type StemLanguage, stemmerFor } from './stemming.ts';
import type { StemOf } from './stems.ts';

/** A: title; B: provider, skills; C: summary; D: the rest. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** One text of a course, ready to be indexed. */
export interface Passage {
  readonly tokens: readonly string[];
  readonly weight: Weight;
  readonly language: StemLanguage | undefined;
  /** Also by its words as they stand: titles and names, whose stop words matter ("IT", "The Who"). */
  readonly exact: boolean;
}

/** Before a word of the title: found by the index alone, without opening the vector to read weights. */
export const titleMark = 't:';

const longestPassage = 1500;
const mostPositions = 24;

export function passageOf(
  text: string,
  weight: Weight,
  language: StemLanguage | undefined,
  exact = false,
): Passage {
  const tokens = tokensOf(text);
  return {
    tokens: tokens.length > longestPassage ? tokens.slice(0, longestPassage) : tokens,
    weight,
    language,
    exact,
  };
}

/** Adds the words whose stems the passages need. */
export function collectWords(
  passages: readonly Passage[],
  into: ReadonlyMap<StemLanguage, Set<string>>,
): void {
  for (const { tokens, language } of passages) {
    if (language === undefined) continue;
    const words = into.get(language);
    for (const token of tokens) if (stemmerFor(token, language) !== undefined) words?.add(token);
  }
}

/** The lexemes under which one token is found. */
function lexemesOf(token: string, passage: Passage, stemOf: StemOf): readonly string[] {
  const stemmer = stemmerFor(token, passage.language);
  if (stemmer === undefined) {
    return isUnspaced(token) && token.length > 2 ? [token, ...pairsOf(token)] : [token];
  }
  const stem = stemOf(stemmer, token);
  if (!passage.exact || stem === token) return stem === '' ? [] : [stem];
  return stem === '' ? [token] : [stem, token];
}

/** The text of a tsvector: every lexeme with its places and weights; lexemes of the title a second time, marked. */
export function vectorOf(passages: readonly Passage[], stemOf: StemOf): string {
  const places = new Map<string, string[]>();
  const title = new Set<string>();
  let position = 0;
  for (const passage of passages) {
    for (const token of passage.tokens) {
      position += 1;
      for (const lexeme of lexemesOf(token, passage, stemOf)) {
        addPlace(places, lexeme, `${Math.min(position, 16_383)}${passage.weight}`);
        if (passage.weight === 'A') title.add(lexeme);
      }
    }
    // a phrase does not go on from one text into the next
    position += 2;
  }
  const parts: string[] = [];
  for (const [lexeme, at] of places) parts.push(`'${lexeme}':${at.join(',')}`);
  for (const lexeme of title) parts.push(`'${titleMark}${lexeme}'`);
  return parts.join(' ');
}

function addPlace(places: Map<string, string[]>, lexeme: string, place: string): void {
  const at = places.get(lexeme);
  if (at === undefined) places.set(lexeme, [place]);
  else if (at.length < mostPositions && at.at(-1) !== place) at.push(place);
}
