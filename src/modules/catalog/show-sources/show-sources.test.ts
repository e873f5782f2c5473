import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { importCourses } from '../import-courses/import-courses.ts';
import { catalogMessages } from '../messages/index.ts';
import { showSourcesRoutes } from './show-sources.route.tsx';

const database = await testDatabase();
const clock = testClock('2026-11-22T09:00:00Z');
const tools = testTools(database, { messages: [catalogMessages], clock });
const app = testApp(tools, showSourcesRoutes);
const page = async (lang: string) => (await app.request(`/${lang}/sources`)).text();

const readList = (dryRun: boolean, slug: string) =>
  importCourses(database.db, systemActor('test', clock.now(), tools.ids), {
    input: { location: '/private/place.csv', open: () => Promise.reject(new Error('no bytes')) },
    format: {
      name: 'csv',
      async *read() {
        yield { kind: 'course' as const, document: { key: 'a', title: 'A course' }, degraded: [] };
      },
    },
    platform: { slug, name: `Platform ${slug}` },
    today: '2026-11-22',
    dryRun,
  });

describe('the page of sources', () => {
  it('says so while nothing was read', async () => {
    expect(await page('en')).toContain('No source yet');
  });

  describe('once a list was read', () => {
    beforeAll(() => readList(false, 'one'));

    it('names the platform, what was read and when, in words and in every language', async () => {
      const html = await page('en');
      expect(html).toContain('href="/en/platforms/one"');
      expect(html).toContain('a list of the courses of Platform one');
      expect(html).toContain('22 November 2026');
      for (const lang of ['fr', 'es', 'pt', 'ru', 'zh', 'ar'])
        expect(await page(lang)).not.toMatch(/catalog\.[a-z]/);
    });

    it('tells visitors neither addresses nor formats', async () => {
      const html = await page('fr');
      expect(html).not.toContain('place.csv');
      expect(html).not.toMatch(/csv/i);
    });
  });
});
