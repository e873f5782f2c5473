import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { browseCounts } from '../search-courses/browse-counts.queries.ts';
import type { Selection } from '../search-courses/facets.ts';
import { listCourses } from '../search-courses/list-courses.ts';
import type { SearchResult } from '../search-courses/search-courses.ts';
import type { Sort } from '../search-courses/sorts.ts';
import { knownSubjects } from '../subjects/known-subjects.ts';

export interface FrontPageView {
  /** Listed courses; 0 on an empty platform, and until they were first counted. */
  readonly total: number;
  /** Subjects with most courses. */
  readonly subjects: readonly { readonly id: string; readonly count: number }[];
  readonly soon: readonly SearchResult[];
  readonly anytime: readonly SearchResult[];
}

const mostSubjects = 12;
const mostSoon = 5;
const mostAnytime = 4;

/** What the home page shows: soon starting and self-paced courses, in the visitor's language where there are some. */
export async function frontPage(db: Db, scene: { now: Date; lang: Lang }): Promise<FrontPageView> {
  const counts = (await browseCounts(db, [''])).get('');
  const languages = counts?.facets.language ?? [];
  const isSpoken = languages.some(({ value, count }) => value === scene.lang && count > 0);
  const inLanguage: Selection = isSpoken ? { language: [scene.lang] } : {};
  const some = (start: string, sort: Sort, limit: number) =>
    listCourses(db, { selection: { ...inLanguage, start: [start] }, sort, limit }, scene);
  const soon = await some('this-month', 'starts', mostSoon);
  const anytime = await some('self-paced', 'best', mostAnytime);
  const subjects = (counts?.facets.subject ?? [])
    .filter(({ value, count }) => count > 0 && knownSubjects.has(value) && value.includes('.'))
    .slice(0, mostSubjects)
    .map(({ value, count }) => ({ id: value, count }));
  return { total: counts?.total ?? 0, subjects, soon, anytime };
}
