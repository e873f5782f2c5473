import { saveSearches } from '../../src/modules/catalog/save-search/save-searches.ts';
import type { Db } from '../../src/platform/db/database.ts';
import { benchClock } from '../catalogue/build.ts';
import { type BenchFacets, type BenchSearch, benchSearches } from './searches.ts';

const atOnce = 2000;

export interface SavedForBench extends BenchSearch {
  readonly id: string;
}

/** Saves so many different searches; those that came twice are one, as they are for people. */
export async function saveForBench(db: Db, facets: BenchFacets, count: number): Promise<SavedForBench[]> {
  const saved = new Map<string, SavedForBench>();
  const generated = benchSearches(facets)[Symbol.iterator]();
  while (saved.size < count) {
    const some = Array.from(
      { length: Math.min(atOnce, count - saved.size) },
      () => generated.next().value,
    ).filter((search) => search !== undefined);
    const ids = await saveSearches(
      db,
      benchClock.now(),
      some.map((search) => ({ ...search, lang: 'en', said: search.q })),
    );
    for (const [place, id] of ids.entries()) {
      const search = some[place];
      if (search && !saved.has(id)) saved.set(id, { ...search, id });
    }
  }
  return [...saved.values()];
}
