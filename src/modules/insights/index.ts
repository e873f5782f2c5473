import type { Module } from '../../platform/module.ts';
import { figuresSubscriber, refreshFiguresJob } from './count-figures/figures.jobs.ts';
import { statisticsRoutes } from './count-figures/statistics.route.tsx';
import { insightsMessages } from './messages/index.ts';
import { automaticNewsJob } from './tell-news/automatic-news.job.ts';
import { rankMonthJob } from './rank-months/rankings.jobs.ts';
import { rankingsRoutes } from './rank-months/rankings.route.tsx';

export { tellAutomaticNews } from './tell-news/automatic-news.job.ts';

export const insights: Module = {
  name: 'insights',
  messages: insightsMessages,
  routes: (app) => {
    statisticsRoutes(app);
    rankingsRoutes(app);
  },
  jobs: [automaticNewsJob, refreshFiguresJob, rankMonthJob],
  subscribers: [figuresSubscriber],
};
