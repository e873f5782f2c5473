import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { PublicSourcesPage } from './show-sources.page.tsx';
import { publicSources } from './show-sources.queries.ts';

/** GET /sources: where the catalogue was read, for everybody. */
export function showSourcesRoutes(app: App): void {
  app.get('/sources', async (c) => {
    const { t, site, db } = c.var;
    return sendPage(c, {
      title: t('ui.footer.sources'),
      description: t('catalog.sources-shown.lead'),
      children: <PublicSourcesPage t={t} site={site} sources={await publicSources(db)} />,
    });
  });
}
