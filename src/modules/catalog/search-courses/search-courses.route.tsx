import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { MissedSearches } from '../gauge-demand/missed-searches.ts';
import { noteSearch } from '../gauge-demand/note-search.ts';
import { FeedLinks, feedLinks } from '../publish-feeds/feed-links.tsx';
import { readSearch, searchQuery } from './search-address.ts';
import { type CourseQuery, searchCourses } from './search-courses.ts';
import { SearchPage, type SearchPageProps } from './search-courses.page.tsx';

export function searchRoutes(app: App): void {
  const misses = new MissedSearches();
  app.get('/courses', async (c) => {
    const { db, actor, lang, t, site } = c.var;
    const query = readSearch(new URL(c.req.url).searchParams);
    const found = await searchCourses(db, query, { now: actor.now, lang });
    await noteSearch(c, misses, query, found);
    const isPlain = query.q === '' && Object.keys(query.selection).length === 0 && query.sort === 'best';
    const asked = found.query.text;
    return sendPage(c, {
      title: asked === '' ? t('catalog.search.title') : t('catalog.search.titleFor', { q: asked }),
      description: t('catalog.search.description'),
      nav: 'courses',
      indexed: isPlain,
      canonicalQuery: searchQuery({ page: found.page }),
      head: <FeedLinks t={t} site={site} query={query} />,
      children: (
        <>
          <h1 class="search-title">{t('catalog.search.title')}</h1>
          <SearchPage {...pageProps(c, '/courses')} query={query} found={found} />
        </>
      ),
    });
  });
}

/** What every page with a list of courses needs to know of where it stands; `path` answers its searches. */
export function pageProps(c: AppContext, path: string): Omit<SearchPageProps, 'query' | 'found'> {
  const { site, lang, t, actor } = c.var;
  const q = c.req.query('q') ?? '';
  return {
    t,
    today: dayOf(actor.now),
    action: urlFor(site, lang, path),
    addressOf: (query: Partial<CourseQuery>) => urlFor(site, lang, path, searchQuery(query)),
    courseAddress: (slug: string) => urlFor(site, lang, `/courses/${encodeURIComponent(slug)}`),
    whyAddress: (slug: string) => urlFor(site, lang, `/courses/${encodeURIComponent(slug)}/why`, { q }),
    rankingAddress: urlFor(site, lang, '/ranking'),
    followAddress: (query: CourseQuery) =>
      urlFor(site, lang, '/searches/follow', searchQuery({ ...query, sort: 'best', page: 1 })),
    proposeAddress: urlFor(site, lang, '/propose'),
    feedsOf: (query: CourseQuery) => feedLinks({ t, site, query }),
  };
}
