import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { currentFigures } from './figures.ts';
import { StatisticsPage } from './statistics.page.tsx';

/** GET /statistics: the catalogue in figures. */
export function statisticsRoutes(app: App): void {
  app.get('/statistics', async (c) => {
    const { t, site, db, apart, actor } = c.var;
    const figures = await currentFigures(db, apart, actor.now);
    return sendPage(c, {
      title: t('insights.statistics.title'),
      description: t('insights.statistics.lead'),
      children: <StatisticsPage t={t} site={site} figures={figures} />,
    });
  });
}
