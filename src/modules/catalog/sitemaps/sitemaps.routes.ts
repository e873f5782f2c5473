import type { App, AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import type { Site } from '../../../platform/http/site.ts';
import { streamText } from '../../../platform/http/stream-text.ts';
import type { Db } from '../../../platform/db/database.ts';
import { isLang, type Lang, langs } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { isSubject } from '../read-courses/subject-ids.ts';
import { pathTimes, sitemapEnd, sitemapEntry, sitemapIndex, sitemapStart } from './sitemap-xml.ts';
import { sitemapCourses, sitemapFolders, type SitemapPart, sitemapParts } from './sitemaps.queries.ts';

export interface SitemapLimits {
  readonly urls: number;
  readonly bytes: number;
}

/** sitemaps.org: 50,000 addresses and 50 MB a file; with twins in seven languages the size may come first. */
const usualLimits: SitemapLimits = { urls: 50_000, bytes: 48_000_000 };
const pageSize = 2_000;
const xml = 'application/xml; charset=utf-8';
const anHour = 'public, max-age=3600';

/** Pages that are there whatever the catalogue holds. */
const standing = [
  '/',
  '/courses',
  '/subjects',
  '/calendar',
  '/providers',
  '/platforms',
  '/languages',
  '/ranking',
  '/sources',
  '/api',
];

/** GET /sitemap.xml, the files that it names, and /robots.txt that names it. */
export function sitemapRoutes(app: App, limits: SitemapLimits = usualLimits): void {
  app.get('/robots.txt', (c) => respond(c, robots(c.var.site), 'text/plain; charset=utf-8', 200, anHour));
  app.get('/sitemap.xml', async (c) => {
    const files = await filesOf(c, limits);
    return respond(c, sitemapIndex(files), xml, 200, anHour);
  });
  app.get('/sitemaps/:lang/:file', async (c) => {
    const { lang, file } = c.req.param();
    if (!isLang(lang)) return c.notFound();
    if (file === 'pages.xml') return respond(c, await pagesOf(c, lang), xml, 200, anHour);
    const number = Number(/^([1-9]\d{0,5})\.xml$/.exec(file)?.[1] ?? 0);
    const part = number > 0 ? (await partsOf(c, limits))[number - 1] : undefined;
    if (!part) return c.notFound();
    c.header('Cache-Control', anHour);
    const { db, site } = c.var;
    return streamText(c, xml, () => fileOf(db, site, lang, part));
  });
}

function robots(site: Site): string {
  const closed = ['/api/v1/', '/operator', '/account', '/sign-in', '/sign-up', '/reset-password'];
  const inLanguages = (path: string) => (path.startsWith('/api') ? [path] : [path, `/*${path}`]);
  const lines = closed.flatMap(inLanguages).map((path) => `Disallow: ${path}`);
  return `User-agent: *\n${lines.join('\n')}\n\nSitemap: ${site.baseUrl}/sitemap.xml\n`;
}

const partsOf = (c: AppContext, limits: SitemapLimits): Promise<SitemapPart[]> =>
  sitemapParts(c.var.db, {
    ...limits,
    entryBytes: Buffer.byteLength(sitemapEntry(c.var.site, 'en', '/courses/', c.var.actor.now)),
    slugTimes: pathTimes,
  });

async function filesOf(c: AppContext, limits: SitemapLimits) {
  const parts = await partsOf(c, limits);
  const address = (lang: Lang, name: string | number) => `${c.var.site.baseUrl}/sitemaps/${lang}/${name}.xml`;
  return langs.flatMap((lang) => [
    { url: address(lang, 'pages') },
    ...parts.map(({ changedAt }, at) => ({ url: address(lang, at + 1), changedAt })),
  ]);
}

async function pagesOf(c: AppContext, lang: Lang): Promise<string> {
  const { db, site } = c.var;
  const folders = (await sitemapFolders(db, usualLimits.urls / 2)).filter((path) => isShown(path, c.var.t));
  const paths = [...standing, ...folders.map((path) => encodeURI(path))];
  return sitemapStart + paths.map((path) => sitemapEntry(site, lang, path)).join('') + sitemapEnd;
}

/** Words that were never mapped to our subjects have no page, nor have languages that nobody can name. */
function isShown(path: string, t: Translator): boolean {
  const [, folder, name = ''] = path.split('/');
  if (folder === 'subjects') return isSubject(name);
  return folder !== 'languages' || (/^[a-z]{2,3}$/.test(name) && t.languageName(name) !== name);
}

async function* fileOf(db: Db, site: Site, lang: Lang, part: SitemapPart): AsyncGenerator<string> {
  yield sitemapStart;
  for (let after = part.first - 1; after < part.last;) {
    const courses = await sitemapCourses(db, after, part.last, pageSize);
    for (const { slug, changedAt } of courses)
      yield sitemapEntry(site, lang, `/courses/${encodeURIComponent(slug)}`, changedAt);
    after = courses.at(-1)?.n ?? part.last;
  }
  yield sitemapEnd;
}
