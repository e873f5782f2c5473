import type { App } from '../../platform/http/environment.ts';
import type { Module } from '../../platform/module.ts';
import { confirmJob } from './confirm/confirm.job.ts';
import { confirmRoutes } from './confirm/confirm.route.tsx';
import { deliverNewsJob } from './deliver/deliver.job.ts';
import { forgetNewsJob } from './forget/forget.job.ts';
import { manageRoutes } from './manage/following.route.tsx';
import { notifyMessages } from './messages/index.ts';
import { pauseContacts } from './pause-contact/pause-contact.ts';
import { notifyData } from './personal-data/personal-data.ts';
import { pushJob } from './push/push.job.ts';
import { pushRoutes } from './push/push.route.ts';
import { inboxRoutes } from './read-news/inbox.route.tsx';
import { sendLinkJob } from './send-link/send-link.ts';
import { sendLinkRoutes } from './send-link/send-link.route.tsx';
import { stopRoutes } from './stop/stop.route.tsx';

export { announce } from './announce/announce.ts';
export type { FollowWish, News, NewsBody, NewsValue, Topic } from './contract.ts';
export { answerFollow } from './follow-fields/read-fields.ts';
export { FollowFields, type FollowScene, followScene } from './follow-fields/follow-fields.tsx';
export { follow, unfollow } from './follow/follow.ts';
export {
  followedSubjects,
  type Following,
  followingOf,
  isFollowing,
  moveTopic,
} from './know-followers/followers.queries.ts';

export const notify: Module = {
  name: 'notify',
  messages: notifyMessages,
  routes: addRoutes,
  jobs: [confirmJob, deliverNewsJob, pushJob, sendLinkJob, forgetNewsJob],
  subscribers: [pauseContacts],
  personalData: notifyData,
  accountEntries: [
    { path: '/account/news', label: 'notify.inbox.title', text: 'notify.inbox.text' },
    { path: '/account/following', label: 'notify.following.title', text: 'notify.following.text' },
  ],
};

/** What stands under `/following` by its own name comes before what takes any id. */
function addRoutes(app: App): void {
  confirmRoutes(app);
  stopRoutes(app);
  sendLinkRoutes(app);
  pushRoutes(app);
  manageRoutes(app);
  inboxRoutes(app);
}
