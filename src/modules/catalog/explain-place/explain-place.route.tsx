import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { readSearch, searchQuery } from '../search-courses/search-address.ts';
import { explainPlace } from './explain-place.ts';
import { PlacePage } from './explain-place.page.tsx';

/** GET /courses/:slug/why?q=...: the points of one course in a search. */
export function explainPlaceRoutes(app: App): void {
  app.get('/courses/:slug/why', async (c) => {
    const { db, actor, site, lang, t } = c.var;
    const slug = c.req.param('slug');
    const query = readSearch(new URL(c.req.url).searchParams);
    const place = await explainPlace(db, slug, query, { now: actor.now, lang });
    return sendPage(c, {
      title: t('catalog.why.title'),
      nav: 'courses',
      indexed: false,
      width: 'narrow',
      children: (
        <PlacePage
          t={t}
          place={place}
          courseAddress={urlFor(site, lang, `/courses/${encodeURIComponent(slug)}`)}
          resultsAddress={urlFor(site, lang, '/courses', searchQuery(query))}
          rankingAddress={urlFor(site, lang, '/ranking')}
        />
      ),
    });
  });
}
