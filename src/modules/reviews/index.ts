import type { Module } from '../../platform/module.ts';
import { importReviewsCommand } from './import-reviews/import-reviews.command.ts';
import { reviewsMessages } from './messages/index.ts';
import { fitScoresJob, scoresSubscriber } from './score-courses/scores.jobs.ts';
export { scoreOf, type CourseScore } from './score-courses/scores.queries.ts';

export const reviews: Module = {
  name: 'reviews',
  messages: reviewsMessages,
  commands: [importReviewsCommand],
  jobs: [fitScoresJob],
  subscribers: [scoresSubscriber],
};
