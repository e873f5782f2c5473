import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { searchCourses } from './search-courses.ts';

export function searchRoutes(app: App): void {
  app.get('/courses', async (c) => {
    const { db, actor, lang, t, site } = c.var;
    const found = await searchCourses(
      db,
      { q: c.req.query('q') ?? '', selection: {}, sort: 'best', page: 1 },
      { now: actor.now, lang },
    );
    return sendPage(c, {
      title: t('ui.nav.courses'),
      nav: 'courses',
      children: (
        <ul>
          {found.results.map(({ card }) => (
            <li key={card.slug}>
              <a href={urlFor(site, lang, `/courses/${card.slug}`)}>{card.title}</a>
            </li>
          ))}
        </ul>
      ),
    });
  });
}
