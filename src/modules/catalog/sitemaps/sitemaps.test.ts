import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testTools } from '../../../platform/testing/web.ts';
import { langs } from '../../../platform/i18n/languages.ts';
import { catalogMessages } from '../messages/index.ts';
import { installSample } from '../sample/install-sample.ts';
import { actorOn, course, courses, importing } from '../testing/catalog-stage.ts';
import { sitemapRoutes, type SitemapLimits } from './sitemaps.routes.ts';

const database = await testDatabase();
const { db } = database;
const tools = testTools(database, { messages: [catalogMessages] });
const app = (limits?: SitemapLimits) => testApp(tools, (routes) => sitemapRoutes(routes, limits));

beforeAll(async () => {
  await importing(db, [
    ...courses(7),
    course('zh', { title: '机器学习基础', languages: ['zh'] }),
    course('ar', { title: 'إدارة المشاريع & more', languages: ['ar'] }),
  ]);
  await installSample(db, actorOn(), '2026-12-01');
});

/** Values of `loc` and of alternates; throws where the XML is not well-formed. */
function read(text: string): { locs: string[]; lastmods: string[]; twins: Record<string, string>[] } {
  const found = { locs: [] as string[], lastmods: [] as string[], twins: [] as Record<string, string>[] };
  const parser = new SaxesParser({ xmlns: true });
  let inside = '';
  parser.on('opentag', ({ name, attributes, uri }) => {
    inside = name;
    if (name === 'url') found.twins.push({});
    const twins = found.twins.at(-1);
    if (name === 'xhtml:link' && twins) {
      expect(uri).toBe('http://www.w3.org/1999/xhtml');
      twins[attributes['hreflang']?.value ?? ''] = attributes['href']?.value ?? '';
    }
  });
  parser.on('closetag', () => void (inside = ''));
  parser.on('text', (piece) => {
    if (inside === 'loc') found.locs.push(piece);
    if (inside === 'lastmod') found.lastmods.push(piece);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return found;
}
const get = async (path: string, limits?: SitemapLimits) => {
  const answer = await app(limits).request(path.replace('http://localhost:3000', ''));
  return { status: answer.status, text: await answer.text() };
};

describe('sitemaps', () => {
  it('shares the courses out over files that hold no more than they may', async () => {
    const limits = { urls: 2, bytes: 48_000_000 };
    const index = read((await get('/sitemap.xml', limits)).text);
    expect(index.locs).toHaveLength(langs.length * (1 + 5));
    for (const lang of langs) {
      const files = index.locs.filter(
        (url) => url.includes(`/sitemaps/${lang}/`) && !url.endsWith('/pages.xml'),
      );
      const all: string[] = [];
      for (const url of files) {
        const { locs } = read((await get(url, limits)).text);
        expect(locs.length).toBeLessThanOrEqual(2);
        all.push(...locs);
      }
      expect(new Set(all).size).toBe(9);
      expect(all.every((url) => url.startsWith(`http://localhost:3000/${lang}/courses/`))).toBe(true);
    }
  });

  it('begins a new file before one grows too large', async () => {
    const limits = { urls: 50_000, bytes: 4_000 };
    const { locs } = read((await get('/sitemap.xml', limits)).text);
    const files = locs.filter((url) => url.includes('/sitemaps/zh/') && !url.endsWith('/pages.xml'));
    expect(files.length).toBeGreaterThan(1);
    let count = 0;
    for (const url of files) {
      const { text } = await get(url, limits);
      expect(Buffer.byteLength(text)).toBeLessThan(5_200);
      count += read(text).locs.length;
    }
    expect(count).toBe(9);
  });

  it('names each page in every language, and when it changed', async () => {
    const { locs, lastmods, twins } = read((await get('/sitemaps/ru/1.xml')).text);
    expect(locs).toHaveLength(9);
    expect(lastmods).toHaveLength(9);
    const chinese = encodeURIComponent('机器学习基础');
    expect(locs).toContain(`http://localhost:3000/ru/courses/${chinese}`);
    const [first = {}] = twins;
    expect(Object.keys(first).sort()).toEqual([...langs, 'x-default'].sort());
    expect(first['x-default']).toBe(locs[0]?.replace('/ru/', '/'));
  });

  it('names the pages around the courses, and none of the sample', async () => {
    const { locs } = read((await get('/sitemaps/fr/pages.xml')).text);
    expect(locs).toContain('http://localhost:3000/fr');
    expect(locs).toContain('http://localhost:3000/fr/platforms/alpha');
    expect(locs).toContain('http://localhost:3000/fr/languages/zh');
    expect(locs.filter((url) => url.includes('/platforms/'))).toHaveLength(1);
  });

  it('has no file beyond the last, nor in a language that is none of ours', async () => {
    for (const path of [
      '/sitemaps/fr/2.xml',
      '/sitemaps/de/1.xml',
      '/sitemaps/fr/0.xml',
      '/sitemaps/fr/1e3.xml',
    ])
      expect((await get(path)).status).toBe(404);
  });

  it('is named by robots.txt', async () => {
    const { text } = await get('/robots.txt');
    expect(text).toMatch(/^Sitemap: http:\/\/localhost:3000\/sitemap\.xml$/m);
    expect(text).toMatch(/^Disallow: \/api\/v1\/$/m);
    expect(text).not.toMatch(/^Disallow: \/$/m);
  });
});
