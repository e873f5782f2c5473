import fc from 'fast-check';
import { expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { notWorthSaving } from '../save-search/worth-saving.ts';
import { saveSearches } from '../save-search/save-searches.ts';
import { wantedBy } from '../search-courses/asked-courses.ts';
import { indexCourses } from '../search-courses/index-courses.ts';
import { matchingNumbers } from '../search-courses/matching-courses.queries.ts';
import { importTestCourses, type TestCourse, testNow } from '../search-courses/testing/small-catalogue.ts';
import { matchSearches, type NewMatches } from './match-searches.ts';
import { type AskedSearch, readSearches } from './read-searches.ts';
import { copyEntries, courseIds, matchedInCopy, setListed } from './testing/brute-force.queries.ts';
import { randomCourse, randomSearch } from './testing/random-catalogue.ts';

const { db } = await testDatabase();
const later = new Date('2027-03-12T09:00:00Z');

/** What a change of the catalogue is made of. */
const change = fc.record({
  told: fc.array(randomCourse, { maxLength: 12 }),
  archived: fc.array(fc.nat({ max: 40 }), { maxLength: 3 }),
  returned: fc.array(fc.nat({ max: 40 }), { maxLength: 3 }),
  dated: fc.boolean(),
});

const byKey = (courses: readonly TestCourse[]): TestCourse[] => [
  ...new Map(courses.map((course) => [`${course.platform} ${course.key}`, course])).values(),
];

async function apply(changed: {
  told: TestCourse[];
  archived: number[];
  returned: number[];
  dated: boolean;
}) {
  await importTestCourses(db, byKey(changed.told));
  const ids = await courseIds(db);
  const pick = (places: number[]) => places.flatMap((place) => ids[place] ?? []);
  await transact(db, async (inner) => {
    await setListed(inner, pick(changed.archived), false);
    await indexCourses(inner, pick(changed.archived), testNow);
    await setListed(inner, pick(changed.returned), true);
    await indexCourses(inner, pick(changed.returned), testNow);
    if (changed.dated) await indexCourses(inner, ids, later);
  });
}

/** Whether a search may be saved: one that says something. */
async function sayingSomething(searches: readonly AskedSearch[]): Promise<AskedSearch[]> {
  const readings = await readSearches(db, searches);
  return searches.filter(({ selection }, place) => {
    const reading = readings[place];
    return reading !== undefined && notWorthSaving(reading, selection) === undefined;
  });
}

/** Runs every search again, before and after, as the list of courses does. */
async function byBruteForce(searches: readonly AskedSearch[]): Promise<string[][]> {
  const found: string[][] = [];
  for (const { q, selection } of searches) {
    const asked = { q, selection, sort: 'best' as const, page: 1, exact: true };
    const wanted = await wantedBy(db, asked, { now: testNow, lang: 'en' });
    if (!wanted) throw new Error('a search that says nothing was saved');
    const before = new Set(await matchedInCopy(db, wanted));
    const after = await matchingNumbers(db, wanted);
    found.push(
      after
        .filter((n) => !before.has(n))
        .map(String)
        .toSorted(),
    );
  }
  return found;
}

it('finds what running every search again would find, and nothing else', { timeout: 240_000 }, async () => {
  await importTestCourses(db, byKey(fc.sample(randomCourse, { numRuns: 60, seed: 7 })));
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(randomSearch, { minLength: 10, maxLength: 40 }),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      async (random, changes) => {
        const searches = await sayingSomething(random);
        const ids = await transact(db, (inner) =>
          saveSearches(
            inner,
            testNow,
            searches.map((search) => ({ ...search, lang: 'en', said: search.q })),
          ),
        );
        await matchAll();
        await copyEntries(db);
        for (const each of changes) await apply(each);
        const told = await matchAll();
        const expected = await byBruteForce(searches);
        for (const [place, id] of ids.entries()) {
          pairs += expected[place]?.length ?? 0;
          expect({ search: searches[place], found: told.get(id) ?? [] }).toEqual({
            search: searches[place],
            found: expected[place],
          });
        }
      },
    ),
    { numRuns: 50, endOnFailure: true },
  );
  expect(pairs).toBeGreaterThan(300);
});

async function matchAll(): Promise<Map<string, string[]>> {
  const found: NewMatches[] = [];
  const keep = (_: unknown, some: readonly NewMatches[]) => Promise.resolve(void found.push(...some));
  while ((await transact(db, (inner) => matchSearches(inner, keep, 7))).courses > 0) continue;
  const told = new Map<string, string[]>();
  for (const { search, courses } of found)
    told.set(search.id, [...(told.get(search.id) ?? []), ...courses.map(({ n }) => String(n))].toSorted());
  return told;
}
