import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { readCard, tongueOf } from './card.ts';
import type { Selection } from './facets.ts';
import { browsePage } from './search-courses.queries.ts';
import type { SearchResult } from './search-courses.ts';
import type { Sort } from './sorts.ts';

/** The first courses of a choice in an order, without counting anything: one statement. */
export async function listCourses(
  db: Db,
  asked: { selection: Selection; sort: Sort; limit: number },
  scene: { now: Date; lang: Lang },
): Promise<SearchResult[]> {
  const page = await browsePage(db, { ...asked, offset: 0, tongue: tongueOf(scene.lang) });
  return page.map(([text]) => readCard(text, scene.now));
}
