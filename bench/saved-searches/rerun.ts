import { matchedInCopy } from '../../src/modules/catalog/match-searches/testing/brute-force.queries.ts';
import { matchingNumbers } from '../../src/modules/catalog/search-courses/matching-courses.queries.ts';
import { searchCourses } from '../../src/modules/catalog/search-courses/search-courses.ts';
import type { Db } from '../../src/platform/db/database.ts';
import { benchClock } from '../catalogue/build.ts';
import type { BenchSearch } from './searches.ts';

const scene = { now: benchClock.now(), lang: 'en' as const };

export interface Rerun {
  /** Milliseconds of the search as the list of courses asks it. */
  readonly page: number;
  /** Milliseconds of asking for the numbers of all that it finds, its words being read already. */
  readonly numbers: number;
  /** Courses that it finds now and did not find in the entries kept aside, sorted. */
  readonly fresh: readonly number[];
}

/** Runs a saved search again, now and on the entries that were kept aside (copyEntries). */
export async function rerun(db: Db, { q, selection }: BenchSearch): Promise<Rerun> {
  const began = performance.now();
  const asked = { q, selection, sort: 'best' as const, page: 1, exact: true };
  const { match } = await searchCourses(db, asked, scene);
  const page = performance.now() - began;
  const wanted = { match: match?.match, selection };
  const numbersBegan = performance.now();
  const after = await matchingNumbers(db, wanted);
  const numbers = performance.now() - numbersBegan;
  const before = new Set(await matchedInCopy(db, wanted));
  return { page, numbers, fresh: after.filter((n) => !before.has(n)).toSorted((a, b) => a - b) };
}
