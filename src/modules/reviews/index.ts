import type { Module } from '../../platform/module.ts';
import { appealRoutes } from './appeal/appeal.route.tsx';
import { exportReviewsRoutes } from './export-reviews/export-reviews.routes.ts';
import { importReviewsCommand } from './import-reviews/import-reviews.command.ts';
import { completedHereSubscriber } from './completed-here/completed-here.subscriber.ts';
import { answerReviewRoutes } from './answer-review/answer-review.route.tsx';
import { editReviewRoutes } from './edit-review/edit-review.route.tsx';
import { forgetWithdrawnJob } from './edit-review/forget-withdrawn.job.ts';
import { followCoursesSubscriber } from './follow-courses/follow-courses.subscriber.ts';
import { reviewsPersonalData } from './forget-person/forget-person.ts';
import { explainChecksRoutes } from './explain-checks/explain-checks.route.tsx';
import { reviewsMessages } from './messages/index.ts';
import { caseRoutes } from './moderate-reviews/case.route.tsx';
import { forgetNetworksJob } from './moderate-reviews/moderation-data.ts';
import { queueRoutes } from './moderate-reviews/queue.route.tsx';
import { checkProofJob, forgetEvidenceJob, removeFileJob } from './prove-review/check-proof.job.ts';
import { proofRoutes } from './prove-review/proof.route.tsx';
import { proofsRoutes } from './prove-review/proofs.route.tsx';
import { reportRoutes } from './report-review/report-review.route.tsx';
import { myReviewsRoutes } from './my-reviews/my-reviews.route.tsx';
import { fitScoresJob, scoresSubscriber } from './score-courses/scores.jobs.ts';
import { tuneScoresRoutes } from './tune-scores/tune-scores.route.tsx';
import { downloadRoutes } from './show-scores/downloads.routes.ts';
import { courseReviewsRoutes } from './show-reviews/course-reviews.route.tsx';
import { oneReviewRoutes } from './show-reviews/one-review.route.tsx';
import { countTermsJob, findTopicsJob, topicsSubscriber } from './topics/topics.jobs.ts';
import { topicsRoutes } from './topics/topics.route.tsx';
import { voteHelpfulRoutes } from './vote-helpful/vote-helpful.route.ts';
import { writeReviewRoutes } from './write-review/write-review.route.tsx';

export { installSampleReviews, removeSampleReviews } from './sample-reviews/sample-reviews.ts';
export { scoreSection } from './show-scores/score-section.tsx';
export { surroundWithReviews } from './show-reviews/surround-with-reviews.tsx';

export type { ReviewsViews } from './view-tables.ts';

export const reviews: Module = {
  name: 'reviews',
  messages: reviewsMessages,
  commands: [importReviewsCommand],
  routes: (app) => {
    explainChecksRoutes(app);
    topicsRoutes(app);
    reportRoutes(app);
    appealRoutes(app);
    queueRoutes(app);
    caseRoutes(app);
    proofsRoutes(app);
    proofRoutes(app);
    downloadRoutes(app);
    exportReviewsRoutes(app);
    tuneScoresRoutes(app);
    writeReviewRoutes(app);
    courseReviewsRoutes(app);
    editReviewRoutes(app);
    voteHelpfulRoutes(app);
    answerReviewRoutes(app);
    myReviewsRoutes(app);
    oneReviewRoutes(app);
  },
  operatorEntries: [
    {
      path: '/operator/scores',
      label: 'reviews.tune.title',
      text: 'reviews.tune.entry.text',
      roles: ['operator'],
    },
    {
      path: '/operator/reviews',
      label: 'reviews.moderate.entry',
      text: 'reviews.moderate.entry.text',
      roles: ['operator', 'moderator'],
    },
    {
      path: '/operator/proofs',
      label: 'reviews.proof.queue',
      text: 'reviews.proof.queue-empty-text',
      roles: ['operator', 'moderator'],
    },
  ],
  jobs: [
    fitScoresJob,
    forgetNetworksJob,
    forgetWithdrawnJob,
    checkProofJob,
    forgetEvidenceJob,
    removeFileJob,
    findTopicsJob,
    countTermsJob,
  ],
  subscribers: [scoresSubscriber, followCoursesSubscriber, topicsSubscriber, completedHereSubscriber],
  personalData: reviewsPersonalData,
  accountEntries: [{ path: '/account/reviews', label: 'reviews.mine.title', text: 'reviews.mine.entry' }],
};
