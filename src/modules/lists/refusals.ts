import { Refusal } from '../../platform/refusal.ts';

/** Private lists, lists of others and lists that never were look alike from outside. */
export const listNotFound = () => new Refusal(404, 'lists.not-found', 'lists.refusal.not-found');
export const listWithdrawn = () => new Refusal(410, 'lists.withdrawn', 'lists.refusal.withdrawn');
export const courseUnknown = () => new Refusal(404, 'lists.course-unknown', 'lists.refusal.course-unknown');
export const titleMissing = () =>
  new Refusal(422, 'lists.title-missing', 'lists.title.missing', { field: 'title' });
export const listFull = (most: number) =>
  new Refusal(409, 'lists.full', 'lists.refusal.full', { values: { n: most } });
export const tooManyLists = (most: number) =>
  new Refusal(409, 'lists.too-many', 'lists.refusal.too-many', { values: { n: most } });
export const browserFull = (most: number) =>
  new Refusal(409, 'lists.browser-full', 'lists.refusal.browser-full', { values: { n: most } });
export const emptyListHidden = () => new Refusal(409, 'lists.empty', 'lists.refusal.empty');
export const moderatorsOnly = () =>
  new Refusal(403, 'lists.moderators-only', 'lists.refusal.moderators-only');
export const ownListDecided = () => new Refusal(403, 'lists.own-list', 'lists.refusal.own-list');
export const reportedEnough = (retryAfter: number) =>
  new Refusal(429, 'lists.reported-enough', 'lists.refusal.reported-enough', { retryAfter });
export const noteTooLong = () => new Refusal(422, 'lists.note-too-long', 'lists.note.too-long');
export const reasonMissing = () => new Refusal(422, 'lists.reason-missing', 'lists.refusal.reason-missing');
