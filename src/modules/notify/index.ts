import type { Module } from '../../platform/module.ts';
import { notifyMessages } from './messages/index.ts';

export { announce } from './announce/announce.ts';
export type { FollowWish, News, NewsValue, Pace, PushSubscriptionJson, Topic, Way } from './contract.ts';
export {
  answerFollow,
  type Followable,
  type FollowFieldsRead,
  followFieldsSchema,
  readFollowFields,
} from './follow-fields/read-fields.ts';
export {
  FollowFields,
  type FollowFieldsProps,
  type FollowScene,
  followScene,
} from './follow-fields/follow-fields.tsx';
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
};
