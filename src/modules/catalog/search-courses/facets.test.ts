import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { installSample } from '../sample/install-sample.ts';
import { browseCounts } from './browse-counts.queries.ts';
import {
  type Facet,
  facets,
  isSetFacet,
  optionsIn,
  packTrait,
  type Selection,
  tidySelection,
  traitFacets,
  traitFields,
} from './facets.ts';
import { allCourseIds } from './testing/catalogue.queries.ts';
import { coursesToIndex } from './index-courses.queries.ts';
import { refreshCounts } from './refresh-counts.ts';
import { searchCourses } from './search-courses.ts';
import { entryOf, type SearchEntry } from './search-entry.ts';
import { testNow } from './testing/small-catalogue.ts';

const { db } = await testDatabase();
let entries: (SearchEntry & { readonly title: string })[] = [];

beforeAll(async () => {
  const clock = { now: () => testNow };
  await installSample(db, systemActor('test', testNow, systemIds(clock)), dayOf(testNow));
  const courses = await coursesToIndex(db, await allCourseIds(db));
  entries = courses.map((course) => ({ ...entryOf(course, testNow), title: course.document.title }));
}, 60_000);

const valuesOf = (entry: SearchEntry, facet: Facet): readonly string[] =>
  isSetFacet(facet) ? entry.sets[facet] : optionsIn(facet, entry.traits);
const passes = (entry: SearchEntry, selection: Selection, except?: Facet): boolean =>
  (Object.entries(selection) as [Facet, readonly string[]][]).every(
    ([facet, values]) => facet === except || values.some((value) => valuesOf(entry, facet).includes(value)),
  );

/** The same counts the slow and obvious way. */
function countSlowly(among: readonly SearchEntry[], selection: Selection, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of among.filter((each) => passes(each, selection, facet)))
    for (const value of new Set(valuesOf(entry, facet))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

async function check(q: string, selection: Selection): Promise<void> {
  const scene = { now: testNow, lang: 'fr' as const, perPage: 400 };
  const found = await searchCourses(db, { q, selection, sort: 'newest', page: 1 }, scene);
  const free = await searchCourses(db, { q, selection: {}, sort: 'newest', page: 1 }, scene);
  const slugs = new Set(free.results.map(({ card }) => card.slug));
  const among =
    q === ''
      ? entries
      : entries.filter((entry) => slugs.has((JSON.parse(entry.card) as { slug: string }).slug));
  const wanted = among.filter((entry) => passes(entry, selection));
  expect(found.total).toBe(wanted.length);
  expect(new Set(found.results.map(({ card }) => card.title))).toEqual(
    new Set(wanted.map((each) => each.title)),
  );
  for (const facet of facets) {
    const slow = countSlowly(among, selection, facet);
    for (const { value, count } of found.facets[facet])
      expect(`${facet} ${value} ${count}`).toBe(`${facet} ${value} ${slow.get(value) ?? 0}`);
    if (facet !== 'provider') {
      const told = found.facets[facet].filter(({ count }) => count > 0).length;
      expect(`${facet} ${told}`).toBe(`${facet} ${slow.size}`);
    }
  }
}

/** Choices that people could make: values that exist, in up to four facets. */
const someSelection = () => {
  const values = (facet: Facet) => [...new Set(entries.flatMap((entry) => valuesOf(entry, facet)))].sort();
  return fc
    .uniqueArray(fc.constantFrom(...facets), { maxLength: 4 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((facet) =>
          fc
            .uniqueArray(fc.constantFrom(...values(facet), 'unknown'), { minLength: 1, maxLength: 3 })
            .map((picked) => [facet, picked] as const),
        ),
      ),
    )
    .map((pairs) => tidySelection(Object.fromEntries(pairs)));
};

describe('facets', () => {
  it('keep every option in its own bits', () => {
    for (const facet of traitFacets) {
      const field = traitFields[facet];
      for (const option of field.options)
        expect([facet, ...optionsIn(facet, packTrait(facet, [option]))]).toEqual([facet, option]);
      const all = traitFacets
        .filter((other) => other !== facet)
        .map((other) => packTrait(other, [traitFields[other].options[0]]));
      expect(
        optionsIn(
          facet,
          all.reduce((sum, bits) => sum | bits, 0),
        ),
      ).toEqual([]);
    }
    expect(packTrait('start', traitFields.start.options)).toBeLessThan(2 ** 31);
  });

  it('widen within, narrow between, and count without their own choice', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('', 'gestion', 'python', 'data', '管理'), someSelection(), check),
      { numRuns: 60 },
    );
  });

  it('count the same when counted ahead', { timeout: 60_000 }, async () => {
    const scene = { now: testNow, lang: 'fr' as const };
    const choices: Selection[] = [
      {},
      { language: ['fr'] },
      { level: ['beginner'] },
      { subject: ['business'] },
    ];
    const ask = (selection: Selection) =>
      searchCourses(db, { q: '', selection, sort: 'best', page: 1 }, scene);
    const before = await Promise.all(choices.map(ask));
    await refreshCounts(db, testNow, 20);
    expect((await browseCounts(db, ['', 'language=fr'])).size).toBe(2);
    const after = await Promise.all(choices.map(ask));
    expect(after.map((found) => ({ total: found.total, facets: found.facets }))).toEqual(
      before.map((found) => ({ total: found.total, facets: found.facets })),
    );
    expect(after.map((found) => found.results.map(({ card }) => card.slug))).toEqual(
      before.map((found) => found.results.map(({ card }) => card.slug)),
    );
  });
});
