import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { readScoreSettings } from '../score-courses/score-settings.ts';
import { ExplainChecksPage } from './explain-checks.page.tsx';

/** GET /reviews/how; stands before /reviews/:id, which would take it for a review. */
export function explainChecksRoutes(app: App): void {
  app.get('/reviews/how', async (c) => {
    const { t, db, site, lang } = c.var;
    const settings = await readScoreSettings(db);
    return sendPage(c, {
      title: t('reviews.how.title'),
      description: t('reviews.how.lead'),
      children: <ExplainChecksPage t={t} href={(path) => urlFor(site, lang, path)} settings={settings} />,
    });
  });
}
