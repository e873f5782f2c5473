import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { type CourseQuery, searchCourses } from './search-courses.ts';
import type { Wanted } from './matching-courses.queries.ts';

/**
 * What a search wants, for those who take every match of it: the words as the page of results reads them, mended
 * where it mends them. Undefined when the words mean nothing at all (only punctuation, only stop words).
 */
export async function wantedBy(
  db: Db,
  asked: CourseQuery,
  scene: { readonly now: Date; readonly lang: Lang },
): Promise<Wanted | undefined> {
  if (asked.q.trim() === '') return { selection: asked.selection };
  const { query, match } = await searchCourses(db, { ...asked, page: 1 }, { ...scene, perPage: 1 });
  if (query.terms.length === 0) return { selection: asked.selection };
  return match && { match: match.match, selection: asked.selection };
}
