import type { Db } from '../../../platform/db/database.ts';
import type { CourseCard } from './card.ts';
import { tidyQuery } from './parse-query.ts';
import { searchCourses, type SearchScene } from './search-courses.ts';

export interface FoundCourses {
  /** What was looked for, tidied. */
  readonly q: string;
  readonly found: readonly CourseCard[];
}

/** A few courses for words that were typed, to choose one of them; nothing is asked without words. Up to three statements. */
export async function findCourses(
  db: Db,
  words: string | undefined,
  scene: SearchScene & { readonly perPage: number },
): Promise<FoundCourses> {
  const q = tidyQuery(words ?? '').trim();
  if (q === '') return { q, found: [] };
  const { results } = await searchCourses(db, { q, selection: {}, sort: 'best', page: 1 }, scene);
  return { q, found: results.map(({ card }) => card) };
}
