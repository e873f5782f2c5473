import type { Module } from '../../platform/module.ts';
import { appealRoutes } from './appeal/appeal.route.tsx';
import { importReviewsCommand } from './import-reviews/import-reviews.command.ts';
import { reviewsMessages } from './messages/index.ts';
import { caseRoutes } from './moderate-reviews/case.route.tsx';
import { forgetNetworksJob, moderationData } from './moderate-reviews/moderation-data.ts';
import { queueRoutes } from './moderate-reviews/queue.route.tsx';
import { reportRoutes } from './report-review/report-review.route.tsx';
import { fitScoresJob, scoresSubscriber } from './score-courses/scores.jobs.ts';
import { downloadRoutes } from './show-scores/downloads.routes.ts';
export { scoreSection } from './show-scores/score-section.tsx';
export { scoreOf, type CourseScore } from './score-courses/scores.queries.ts';

export type { ReviewsViews } from './view-tables.ts';

export const reviews: Module = {
  name: 'reviews',
  messages: reviewsMessages,
  commands: [importReviewsCommand],
  routes: (app) => {
    reportRoutes(app);
    appealRoutes(app);
    queueRoutes(app);
    caseRoutes(app);
    downloadRoutes(app);
  },
  operatorEntries: [
    {
      path: '/operator/reviews',
      label: 'reviews.moderate.entry',
      text: 'reviews.moderate.entry.text',
      roles: ['operator', 'moderator'],
    },
  ],
  jobs: [fitScoresJob, forgetNetworksJob],
  subscribers: [scoresSubscriber],
  personalData: moderationData,
};
