import { FrontPage, frontPage } from '../../modules/catalog/index.ts';
import { frontNews } from '../../modules/editorial/index.ts';
import type { App } from '../../platform/http/environment.ts';
import { sendPage } from '../../platform/http/send-page.tsx';

/** GET /: the home page. */
export function homeRoutes(app: App): void {
  app.get('/', async (c) => {
    const { t, site, db, actor, lang } = c.var;
    const [view, news] = await Promise.all([frontPage(db, { now: actor.now, lang }), frontNews(c)]);
    return sendPage(c, {
      title: 'Passerelle',
      description: t('catalog.front.lead'),
      children: (
        <FrontPage t={t} site={site} view={view} now={actor.now}>
          {news}
        </FrontPage>
      ),
    });
  });
}
