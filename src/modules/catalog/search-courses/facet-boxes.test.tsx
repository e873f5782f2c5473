import { beforeAll, describe, expect, it } from 'vitest';
import { searchStage } from '../match-searches/testing/search-stage.ts';
import { course, courses, importing } from '../testing/catalog-stage.ts';
import { refreshCountsJob } from './refresh-counts.job.ts';

const stage = await searchStage();
const browser = stage.browser();
const boxes = async (path: string): Promise<string> =>
  /<div data-region="filters">([\s\S]*?)<\/noscript>/.exec((await browser.get(path)).html)?.[1] ?? '';

beforeAll(async () => {
  await importing(
    stage.db,
    courses(8).map((each) => ({ ...each, languages: ['fr'], level: 'beginner' as const })),
  );
});

describe('the boxes of facets', () => {
  it('are written alike whether their counts stand ready or not, the first time and again', async () => {
    const paths = [
      '/en/courses',
      '/fr/courses',
      '/en/courses?language=fr',
      '/en/languages/fr',
      '/ar/courses',
    ];
    const before = await Promise.all(paths.map(boxes));
    await stage.run(refreshCountsJob);
    for (let round = 0; round < 2; round += 1) {
      for (const [place, path] of paths.entries()) expect(await boxes(path)).toBe(before[place]);
    }
    expect(before[0]).toContain('French');
    expect(before[1]).toContain('français');
    expect(before[2]).toMatch(/value="fr" checked/);
    expect(before[0]).not.toContain('checked');
  });

  it('follow the counts when they are made again', async () => {
    const before = await boxes('/en/courses');
    await importing(stage.db, [course('new', { languages: ['es'] })], { platformName: 'beta' });
    expect(await boxes('/en/courses')).toBe(before);
    await stage.run(refreshCountsJob);
    expect(await boxes('/en/courses')).toContain('Spanish');
  });
});
