import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import type { ExportCourse } from '../export-catalogue/export-course.ts';
import { searchCourses } from '../search-courses/search-courses.ts';
import { readSearch } from '../search-courses/search-address.ts';
import { course, importing } from '../testing/catalog-stage.ts';
import type { CourseItemJson } from './schemas/course-schemas.ts';
import type { FacetsJson } from './schemas/search-schemas.ts';
import { apiStage } from './testing/api-stage.ts';

const database = await testDatabase();
const { app, ask, clock } = apiStage(database);

beforeAll(async () => {
  await importing(database.db, [
    ...Array.from({ length: 30 }, (_, at) =>
      course(`p${at}`, {
        title: `Gestion de projet ${at}`,
        languages: ['fr'],
        level: at % 2 === 0 ? 'beginner' : 'advanced',
      }),
    ),
    course('k', { title: 'Cooking', languages: ['en'], level: 'beginner' }),
  ]);
});

interface Answer {
  items: CourseItemJson[];
  total: { count: number; atLeast: boolean };
  corrected?: { typed: string; meant: string }[];
  facets?: FacetsJson;
  next?: string;
}
const get = async (query: string) => {
  clock.forward(1);
  return (await ask(`/api/v1/courses?${query}`)).body as Answer;
};

describe('searching with the API', () => {
  it('finds what the page of results finds, in its order, page after page', async () => {
    const query = 'q=gestion+projet&level=beginner&sort=newest';
    const asked = readSearch(new URLSearchParams(query));
    const page = await searchCourses(database.db, asked, { now: clock.now(), lang: 'en', perPage: 100 });
    const seen: string[] = [];
    let next: string | undefined = `/api/v1/courses?${query}&limit=4`;
    while (next !== undefined) {
      const body = (await ask(next)).body as Answer;
      expect(body.total).toEqual({ count: 15, atLeast: false });
      seen.push(...body.items.map((item) => item.slug));
      next = body.next?.replace('http://localhost:3000', '');
    }
    expect(seen).toEqual(page.results.map(({ card }) => card.slug));
    expect(seen).toHaveLength(15);
  });

  it('counts facets when asked, with their names in the language asked for', async () => {
    const { facets, total } = await get('facets=1&lang=fr&level=beginner');
    expect(total.count).toBe(16);
    expect(facets?.language).toEqual([
      { value: 'fr', name: 'français', count: 15 },
      { value: 'en', name: 'anglais', count: 1 },
    ]);
    // a choice does not hide the other values of its own facet
    expect(facets?.level).toContainEqual({ value: 'advanced', name: 'avancé', count: 15 });
    expect((await get('level=beginner')).facets).toBeUndefined();
  });

  it('mends words, and says so', async () => {
    expect((await get('q=gestoin')).corrected).toEqual([{ typed: 'gestoin', meant: 'gestion' }]);
    expect((await get('q=gestoin&exact=1')).total.count).toBe(0);
  });

  it('refuses a value that no course can have, rather than to leave it aside', async () => {
    const { status, body } = await ask('/api/v1/courses?level=hard', { 'accept-language': 'en' });
    expect(status).toBe(400);
    expect((body as { detail: string }).detail).toMatch(/^level: /);
  });

  it('is empty beyond the last page', async () => {
    const far = Buffer.from('["courses",9999]').toString('base64url');
    const body = await get(`q=gestion&cursor=${far}`);
    expect(body.items).toEqual([]);
    expect(body.next).toBeUndefined();
  });
});

describe('exporting what a search finds', () => {
  const titles = async (query: string) => {
    clock.forward(60);
    const text = await (await app.request(`/api/v1/exports/courses.jsonl?${query}`)).text();
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => (JSON.parse(line) as ExportCourse).title).sort();
  };

  it('writes every match and nothing else', async () => {
    expect(await titles('')).toHaveLength(31);
    expect(await titles('q=cooking')).toEqual(['Cooking']);
    expect(await titles('language=fr&level=advanced')).toHaveLength(15);
    expect(await titles('q=gestoin+projet')).toHaveLength(30);
    expect(await titles('q=nothingatall')).toEqual([]);
    expect(await titles('q=gestion&language=en')).toEqual([]);
  });

  it('has a validator of its own for each search', async () => {
    const tag = async (query: string) =>
      (await app.request(`/api/v1/exports/courses.jsonl?${query}`, { method: 'HEAD' })).headers.get('etag');
    clock.forward(60);
    expect(await tag('q=cooking')).not.toBe(await tag('q=gestion'));
    expect(await tag('q=cooking')).toBe(await tag('q=cooking'));
  });
});
