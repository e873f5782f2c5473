import {
  optionsIn,
  type SetFacet,
  setFacets,
  type TraitFacet,
  traitFacets,
} from '../search-courses/facets.ts';
import { titleMark } from '../search-courses/words/word-vector.ts';
import { addTo, type CourseSet, emptySet, setOf } from './course-set.ts';

/** What matching looks at in a search entry. */
export interface MatchedEntry {
  /** A tsvector as PostgreSQL writes it: `'paie':1A,7 'rh':3`. */
  readonly words: string;
  readonly traits: number;
  readonly sets: Readonly<Record<SetFacet, readonly string[]>>;
}

/**
 * The search entries of a batch of courses, turned round: for each lexeme and each facet value, the courses that have it.
 * A place without an entry (a course that is not listed) has nothing.
 */
export interface EntryBatch {
  readonly size: number;
  /** Those that have an entry. */
  readonly listed: CourseSet;
  /** Courses with a lexeme or a facet value (facetKey). */
  having(key: string): CourseSet;
  /** What nobody has. */
  readonly nobody: CourseSet;
  /** Where a lexeme stands in a course. */
  positions(course: number, lexeme: string): readonly number[];
  keys(): Iterable<string>;
}

/** How a facet value is told from a lexeme, which is letters, marks and digits only. */
export const facetKey = (facet: string, value: string): string => `${facet}=${value}`;

export function entryBatch(entries: readonly (MatchedEntry | undefined)[]): EntryBatch {
  const holders = new Map<string, number[]>();
  const listed = emptySet(entries.length);
  for (const [course, entry] of entries.entries()) {
    if (!entry) continue;
    addTo(listed, course);
    for (const key of keysOf(entry)) {
      const courses = holders.get(key);
      if (courses === undefined) holders.set(key, [course]);
      else courses.push(course);
    }
  }
  const nobody = emptySet(entries.length);
  const asked = new Map<string, CourseSet>();
  const remembered = (key: string, courses: readonly number[] | undefined): CourseSet => {
    const set = courses ? setOf(entries.length, courses) : nobody;
    if (courses) asked.set(key, set);
    return set;
  };
  return {
    size: entries.length,
    listed,
    nobody,
    having: (key) => asked.get(key) ?? remembered(key, holders.get(key)),
    positions: (course, lexeme) => positionsIn(entries[course]?.words ?? '', lexeme),
    keys: () => holders.keys(),
  };
}

const lexemes = /'([^']+)'/g;

function* keysOf({ words, traits, sets }: MatchedEntry): Iterable<string> {
  for (const [, lexeme = ''] of words.matchAll(lexemes)) if (!lexeme.startsWith(titleMark)) yield lexeme;
  for (const facet of setFacets) for (const value of sets[facet]) yield facetKey(facet, value);
  for (const facet of traitFacets) yield* traitKeys(facet, traits);
}

const traitKeys = (facet: TraitFacet, traits: number): string[] =>
  optionsIn(facet, traits).map((option) => facetKey(facet, option));

function positionsIn(words: string, lexeme: string): number[] {
  const from = words.indexOf(`'${lexeme}':`);
  if (from < 0) return [];
  const begin = from + lexeme.length + 3;
  const end = words.indexOf(' ', begin);
  return words
    .slice(begin, end < 0 ? undefined : end)
    .split(',')
    .map((place) => Number.parseInt(place, 10));
}
