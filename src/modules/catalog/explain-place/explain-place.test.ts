import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import { searchCourses } from '../search-courses/search-courses.ts';
import { importTestCourses, testNow } from '../search-courses/testing/small-catalogue.ts';
import { explainPlace } from './explain-place.ts';

const { db } = await testDatabase();
const scene = { now: testNow, lang: 'fr' as const };
const asking = (q: string) => ({ q, selection: {}, sort: 'best' as const, page: 1 });

beforeAll(() =>
  importTestCourses(db, [
    {
      title: 'Gestion de projet',
      languages: ['fr'],
      summary: 'Un projet pas à pas.',
      runs: [{ key: 'a', pacing: 'self' }],
    },
    { title: 'Chef de chantier', languages: ['fr'], description: 'Un peu de gestion de projet.' },
    {
      title: 'Gestion',
      languages: ['es'],
      skills: [{ label: 'Proyecto' }],
      rating: { mean: 4.9, count: 4000 },
    },
    { title: 'Managing projects', languages: ['en'] },
  ]),
);

describe('why a course is where it is', () => {
  it.each([
    'gestion',
    'gestion de projet',
    '"gestion de projet"',
    'gestoin',
    'projet -chef',
    'managing projects',
  ])('adds up to the very score that ordered “%s”', async (q) => {
    const found = await searchCourses(db, asking(q), scene);
    expect(found.results.length).toBeGreaterThan(0);
    for (const { card, score = -1 } of found.results) {
      const place = await explainPlace(db, card.slug, asking(q), scene);
      expect(place.score).toBeCloseTo(score, 3);
      expect(place.matches).toBe(true);
      const quality = Object.values(place.quality).reduce((sum, part) => sum + part, 0);
      expect((place.points.quality ?? 0) / 15).toBeCloseTo(quality / 1000, 2);
    }
  });

  it('says where each word stands', async () => {
    const place = await explainPlace(db, 'gestion-de-projet', asking('gestion pas'), scene);
    expect(place.words).toEqual([
      { word: 'gestion', place: 'A' },
      // a stop word in French: it decides nothing
      { word: 'pas', place: null },
    ]);
    const chief = await explainPlace(db, 'chef-de-chantier', asking('chef gestion'), scene);
    expect(chief.words.map(({ place: where }) => where)).toEqual(['A', 'D']);
  });

  it('says so when the course does not match', async () => {
    const place = await explainPlace(db, 'managing-projects', asking('gestion'), scene);
    expect(place.matches).toBe(false);
  });

  it('explains a place without a search by language and quality', async () => {
    const place = await explainPlace(db, 'gestion', asking(''), scene);
    expect(place.points).toEqual({ language: 0, quality: expect.any(Number) as number });
    expect(place.most).toBe(25);
  });

  it('answers strangers with 404', async () => {
    await expect(explainPlace(db, 'nothing', asking('x'), scene)).rejects.toMatchObject({ status: 404 });
  });
});
