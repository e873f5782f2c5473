import type { App } from '../../platform/http/environment.ts';
import type { Module } from '../../platform/module.ts';
import { keptNowhere, signedInOnly } from '../accounts/index.ts';
import { arrangeListRoutes } from './arrange-list/arrange-list.route.tsx';
import { copyListRoutes } from './copy-list/copy-list.route.tsx';
import { embedListRoutes } from './embed-list/embed-list.route.tsx';
import { followListRoutes } from './follow-list/follow-list.route.tsx';
import { listsData } from './forget-person/lists-data.ts';
import { keepCourseRoutes } from './keep-course/keep-course.route.tsx';
import { makeListRoutes } from './make-list/make-list.route.tsx';
import { listsMessages } from './messages/index.ts';
import { planRoutes } from './plan-learning/plan-learning.route.tsx';
import { moderateListsRoutes } from './report-list/moderate-lists.route.tsx';
import { reportListRoutes } from './report-list/report-list.route.tsx';
import { shareListRoutes } from './share-list/share-list.route.tsx';
import { showListRoutes, showListsRoutes } from './show-lists/show-lists.route.tsx';
import { showMineRoutes } from './show-mine/show-mine.route.tsx';

export { installSampleLists } from './sample/sample-lists.ts';
export { listToEmbed } from './embed-list/embed-list.route.tsx';

export const lists: Module = {
  name: 'lists',
  messages: listsMessages,
  routes: addListsRoutes,
  personalData: listsData,
  accountEntries: [{ path: '/lists/mine', label: 'lists.mine.title', text: 'lists.entry.mine' }],
  operatorEntries: [
    {
      path: '/operator/lists',
      label: 'lists.moderate.title',
      text: 'lists.entry.moderate',
      roles: ['operator', 'moderator'],
    },
  ],
};

/** The order counts: what guards one's own lists stands first, the addresses of public lists last. */
function addListsRoutes(app: App): void {
  showMineRoutes(app);
  keepCourseRoutes(app);
  app.use('/lists/mine/:id/*', signedInOnly, keptNowhere);
  makeListRoutes(app);
  arrangeListRoutes(app);
  shareListRoutes(app);
  planRoutes(app);
  moderateListsRoutes(app);
  embedListRoutes(app);
  showListsRoutes(app);
  copyListRoutes(app);
  followListRoutes(app);
  reportListRoutes(app);
  showListRoutes(app);
}
