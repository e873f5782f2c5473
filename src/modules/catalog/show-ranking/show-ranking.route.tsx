import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { RankingPage } from './show-ranking.page.tsx';

/** GET /ranking: the public formula. */
export function showRankingRoutes(app: App): void {
  app.get('/ranking', (c) => {
    const { t } = c.var;
    return sendPage(c, {
      title: t('catalog.ranking.title'),
      description: t('catalog.ranking.moneyText'),
      children: <RankingPage t={t} />,
    });
  });
}
