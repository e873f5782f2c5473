import type { Db } from '../../../platform/db/database.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { foldText } from '../search-courses/words/fold-text.ts';
import { browseCounts } from '../search-courses/browse-counts.queries.ts';
import type { FacetCounts } from '../search-courses/facet-counts.ts';
import { searchCourses, type SearchScene } from '../search-courses/search-courses.ts';
import { type CountedName, countedNames, type NamedFacet } from './browse.queries.ts';

export const choiceNotFound = () =>
  new Refusal(404, 'catalog.choice-not-found', 'catalog.refusal.choice-not-found');

/** Counts of every facet over the whole catalogue: those made ahead, else made now. */
export async function wholeCounts(db: Db, scene: SearchScene): Promise<FacetCounts> {
  const ready = (await browseCounts(db, [''])).get('');
  if (ready) return ready.facets;
  const found = await searchCourses(
    db,
    { q: '', selection: {}, sort: 'newest', page: 1 },
    { ...scene, perPage: 1 },
  );
  return found.facets;
}

/** Names on one page of the list. */
export const namesAPage = 90;

export interface NamesPage {
  readonly names: readonly CountedName[];
  readonly page: number;
  readonly pageCount: number;
}

/** Providers or platforms that have courses, by name, a page at a time. */
export async function namesPage(
  db: Db,
  facet: NamedFacet,
  asked: { q: string; page: number },
): Promise<NamesPage> {
  const like = foldText(asked.q)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 80);
  const offset = (asked.page - 1) * namesAPage;
  const { total, names } = await countedNames(db, facet, { like, limit: namesAPage, offset });
  return { names, page: asked.page, pageCount: Math.max(asked.page, Math.ceil(total / namesAPage)) };
}
