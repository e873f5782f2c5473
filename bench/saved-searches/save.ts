import type pg from 'pg';
import { searchKind } from '../../src/modules/catalog/match-searches/search-topic.ts';
import { readSearches } from '../../src/modules/catalog/match-searches/read-searches.ts';
import { notWorthSaving } from '../../src/modules/catalog/save-search/worth-saving.ts';
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
    const worthy = await worthSaving(db, some);
    const ids = await saveSearches(
      db,
      benchClock.now(),
      worthy.map((search) => ({ ...search, lang: 'en', said: search.q })),
    );
    for (const [place, id] of ids.entries()) {
      const search = worthy[place];
      if (search && !saved.has(id)) saved.set(id, { ...search, id });
    }
  }
  return [...saved.values()];
}

/** A phrase of little words only is refused to people too. */
async function worthSaving(db: Db, some: readonly BenchSearch[]): Promise<BenchSearch[]> {
  const readings = await readSearches(db, some);
  return some.filter(({ selection }, place) => {
    const reading = readings[place];
    return reading !== undefined && notWorthSaving(reading, selection) === undefined;
  });
}

/** One letter box follows all of them, so that what is announced is kept. */
export async function followAll(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into notify.contact (id, kind, address, address_key, lang, created_at)
      values (gen_random_uuid(), 'mail', 'bench@example.org', 'bench@example.org', 'en', $1)`,
    [benchClock.now()],
  );
  await pool.query(
    `insert into notify.subscription
        (id, contact_id, kind, subject, wants, offered, pace, title, path, followed_at)
      select gen_random_uuid(), c.id, $1, s.id, '{match}', '{match}', 'daily', s.said, '/courses?' || s.address, $2
      from catalog.saved_search s, notify.contact c`,
    [searchKind, benchClock.now()],
  );
}
