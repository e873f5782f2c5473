import type { App } from '../../platform/http/environment.ts';
import type { Module } from '../../platform/module.ts';
import { historyRoutes } from './article-history/article-history.route.tsx';
import { pictureRoutes } from './article-pictures/pictures.route.ts';
import { holdEventRoutes } from './hold-events/hold-events.route.tsx';
import { forgetGuestsJob, remindGuestsJob } from './join-events/events.jobs.ts';
import { joinEventRoutes } from './join-events/events.route.tsx';
import { labelsRoutes } from './labels/labels.route.tsx';
import { editorialMessages } from './messages/index.ts';
import { outsideFeedRoutes } from './outside-feeds/outside-feeds.route.tsx';
import { readFeedsJob } from './outside-feeds/read-feeds.job.ts';
import { editorialData } from './personal-data/editorial-data.ts';
import { feedRoutes } from './publish-feeds/feeds.routes.ts';
import { publishJob } from './publish-article/publish.job.ts';
import { publishRoutes } from './publish-article/publish.route.tsx';
import { articleRoutes } from './show-article/article.route.tsx';
import { elsewhereRoutes } from './show-elsewhere/elsewhere.route.tsx';
import { newsRoutes } from './show-news/news.route.tsx';
import { newsroomRoutes } from './show-newsroom/newsroom.route.tsx';
import { sendPostsJob } from './social/send-posts.job.ts';
import { socialRoutes } from './social/social.route.tsx';
import { letterJob } from './weekly-letter/weekly-letter.job.ts';
import { letterRoutes } from './weekly-letter/weekly-letter.route.tsx';
import { writeRoutes } from './write-article/write.route.tsx';

export { frontNews } from './front-news/front-news.tsx';
export { eventOccasions } from './join-events/event-occasions.ts';
export { installEventSample, removeEventSample } from './sample/event-sample.ts';
export { keepAutomaticNews } from './automatic-news/automatic-news.queries.ts';
export type { AutomaticItem } from './automatic-news/automatic-section.ts';
export { installNewsSample, removeNewsSample } from './sample/news-sample.ts';

export const editorial: Module = {
  name: 'editorial',
  messages: editorialMessages,
  routes: addEditorialRoutes,
  jobs: [publishJob, readFeedsJob, sendPostsJob, letterJob, remindGuestsJob, forgetGuestsJob],
  personalData: editorialData,
};

/** The order counts: what guards `/editor/*` stands before the pages that it guards, and `/news/:slug` comes last. */
function addEditorialRoutes(app: App): void {
  newsroomRoutes(app);
  writeRoutes(app);
  publishRoutes(app);
  historyRoutes(app);
  labelsRoutes(app);
  outsideFeedRoutes(app);
  socialRoutes(app);
  pictureRoutes(app);
  newsRoutes(app);
  feedRoutes(app);
  elsewhereRoutes(app);
  letterRoutes(app);
  articleRoutes(app);
  holdEventRoutes(app);
  joinEventRoutes(app);
}
