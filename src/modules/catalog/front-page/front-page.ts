import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { Selection } from '../search-courses/facets.ts';
import { searchCourses, type SearchResult } from '../search-courses/search-courses.ts';
import type { Sort } from '../search-courses/sorts.ts';
import { knownSubjects } from '../subjects/known-subjects.ts';

export interface FrontPageView {
  /** Listed courses; 0 on an empty platform. */
  readonly total: number;
  /** Subjects with most courses. */
  readonly subjects: readonly { readonly id: string; readonly count: number }[];
  readonly soon: readonly SearchResult[];
  readonly anytime: readonly SearchResult[];
}

const mostSubjects = 12;
const mostSoon = 5;
const mostAnytime = 4;

/** What the home page shows: soon starting and self-paced courses in the visitor's language where there are some. */
export async function frontPage(db: Db, scene: { now: Date; lang: Lang }): Promise<FrontPageView> {
  const everything = { q: '', selection: {}, sort: 'best' as const, page: 1 };
  const { total, facets } = await searchCourses(db, everything, { ...scene, perPage: 1 });
  const isSpoken = facets.language.some(({ value, count }) => value === scene.lang && count > 0);
  const inLanguage: Selection = isSpoken ? { language: [scene.lang] } : {};
  const some = async (start: string, sort: Sort, perPage: number) => {
    const query = { q: '', selection: { ...inLanguage, start: [start] }, sort, page: 1 };
    return (await searchCourses(db, query, { ...scene, perPage })).results;
  };
  const soon = await some('this-month', 'starts', mostSoon);
  const anytime = await some('self-paced', 'best', mostAnytime);
  const subjects = facets.subject
    .filter(({ value, count }) => count > 0 && knownSubjects.has(value) && value.includes('.'))
    .slice(0, mostSubjects)
    .map(({ value, count }) => ({ id: value, count }));
  return { total, subjects, soon, anytime };
}
