import type { ComponentChildren } from 'preact';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { RankingPage } from './show-ranking.page.tsx';

/** How the reviews' score is made, with its present figures; handed in, since reviews stand above the catalogue. */
export type ScoreSection = (c: AppContext) => Promise<ComponentChildren>;

/** GET /ranking: the public formula. */
export function showRankingRoutes(app: App, scoreSection?: ScoreSection): void {
  app.get('/ranking', async (c) => {
    const { t } = c.var;
    return sendPage(c, {
      title: t('catalog.ranking.title'),
      description: t('catalog.ranking.moneyText'),
      children: <RankingPage t={t} score={await scoreSection?.(c)} />,
    });
  });
}
