import { Refusal } from '../../../platform/refusal.ts';

export const signOffsMissing = (n: number) =>
  new Refusal(409, 'courses.sign-offs-missing', 'courses.review.refusal.sign-offs', { values: { n } });
export const requestsOpen = (n: number) =>
  new Refusal(409, 'courses.requests-open', 'courses.review.refusal.requests', { values: { n } });
export const ownSignOff = () => new Refusal(409, 'courses.own-sign-off', 'courses.review.refusal.own');
export const notAsked = () =>
  new Refusal(409, 'courses.review-not-asked', 'courses.review.refusal.not-asked');
/** What one read is not what would be signed. */
export const draftChanged = () => new Refusal(409, 'courses.draft-changed', 'courses.review.refusal.changed');
export const committeeLater = () =>
  new Refusal(409, 'courses.committee-later', 'courses.review.refusal.turn');
export const nothingMissing = () =>
  new Refusal(409, 'courses.nothing-missing', 'courses.review.refusal.nothing-missing');
