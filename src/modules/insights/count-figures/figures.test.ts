import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { countingStatements, type StatementTally } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { catalogModule } from '../../catalog/index.ts';
import { course, importing } from '../../catalog/testing/catalog-stage.ts';
import { insightsMessages } from '../messages/index.ts';
import { courseIds, rate } from '../../reviews/testing/ratings.queries.ts';
import { refreshFigures } from './figures.ts';
import { refreshFiguresJob } from './figures.jobs.ts';
import { statisticsRoutes } from './statistics.route.tsx';

const database = await testDatabase();
const { db } = database;
const clock = testClock('2026-12-15T09:00:00Z');
const tools = testTools(database, { messages: [catalogModule().messages, insightsMessages], clock });
const app = testApp(tools, statisticsRoutes);
const page = async (lang: string) => (await app.request(`http://localhost:3000/${lang}/statistics`)).text();

const run = (key: string, on: string) => ({
  key,
  pacing: 'scheduled' as const,
  start: { on, precision: 'day' as const },
});

describe('the figures', () => {
  it('say on an empty platform that there is nothing yet', async () => {
    expect(await refreshFigures(db, clock.now())).toMatchObject({
      courses: 0,
      byLanguage: [],
      ratings: { mean: null },
    });
    expect(await page('en')).toContain('No course yet');
  });

  it('count what is there, and nothing that is gone', async () => {
    await importing(db, [
      course('a', {
        languages: ['fr-CA'],
        subjects: [{ scheme: 'label', label: 'Project management' }],
        providers: [{ name: 'Loom School' }],
        runs: [
          run('1', '2026-12-20'),
          run('2', '2025-12-01'),
          run('3', '2025-11-30'),
          run('4', '2027-06-30'),
          run('5', '2027-07-01'),
        ],
      }),
      course('b', { languages: ['fr'], runs: [run('1', '2026-12-01')] }),
      course('c', { languages: ['en'] }),
    ]);
    await importing(db, [course('d', { languages: ['en'] })], { platformName: 'beta' });
    const ids = await courseIds(db);
    await rate(db, ids['Course a'] ?? '', '2026-12-14', [5, 5, 3]);
    await rate(db, ids['Course b'] ?? '', '2026-01-31', [1]);
    await rate(db, ids['Course b'] ?? '', '2025-12-31', [2]);
    const figures = await refreshFigures(db, clock.now());
    expect(figures).toMatchObject({
      courses: 4,
      samples: 0,
      platforms: 2,
      providers: 1,
      languages: 2,
      byLanguage: [
        { tag: 'en', count: 2 },
        { tag: 'fr', count: 2 },
      ],
      byPlatform: [
        { slug: 'alpha', name: 'alpha', count: 3 },
        { slug: 'beta', count: 1 },
      ],
      bySubject: [{ subject: 'business', count: 1 }],
      ratings: { count: 5, mean: 3.2, histogram: [1, 1, 1, 0, 2] },
    });
    const starts = figures.startsByMonth.filter(({ count }) => count > 0);
    expect(starts).toEqual([
      { month: '2025-12-01', count: 1 },
      { month: '2026-12-01', count: 2 },
      { month: '2027-06-01', count: 1 },
    ]);
    expect(figures.startsByMonth).toHaveLength(19);
    expect(figures.ratingsByMonth).toHaveLength(12);
    expect(figures.ratingsByMonth.filter(({ count }) => count > 0)).toEqual([
      { month: '2026-01-01', count: 1 },
      { month: '2026-12-01', count: 3 },
    ]);
  });

  it('are read in one statement, in every language, as they were counted last', async () => {
    const tally: StatementTally = { count: 0, milliseconds: 0 };
    const english = await countingStatements(tally, () => page('en'));
    expect(tally.count).toBe(1);
    expect(english).toContain('5 ratings of 0 courses, 3.2 stars on average');
    await importing(db, [course('e')], { platformName: 'gamma' });
    expect(await page('fr')).not.toContain('gamma');
    const actor = systemActor('figures', clock.now(), tools.ids);
    await refreshFiguresJob.run({ tools, db, actor, signal: new AbortController().signal }, {});
    expect(await page('ar')).toContain('gamma');
  });
});
