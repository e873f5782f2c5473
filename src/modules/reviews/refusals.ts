import { Refusal } from '../../platform/refusal.ts';

export const reviewNotFound = () => new Refusal(404, 'reviews.not-found', 'reviews.refusal.not-found');
/** It changed, or stands elsewhere, since it was looked at. */
export const reviewMoved = () => new Refusal(409, 'reviews.moved', 'reviews.refusal.moved');
/** Nobody judges or rates their own. */
export const ownReview = () => new Refusal(403, 'reviews.own-review', 'reviews.refusal.own-review');
export const courseNotFound = () =>
  new Refusal(404, 'reviews.course-not-found', 'reviews.refusal.course-not-found');
export const signedOut = () => new Refusal(401, 'reviews.signed-out', 'reviews.refusal.signed-out');
/** People of the provider answer; they do not rate what is theirs. */
export const ownCourse = (provider: string) =>
  new Refusal(403, 'reviews.own-course', 'reviews.refusal.own-course', { values: { provider } });
export const runElsewhere = () =>
  new Refusal(422, 'reviews.run-elsewhere', 'reviews.write.run.wrong', { field: 'run' });
export const tooManyReviews = (seconds: number) =>
  new Refusal(429, 'reviews.too-many', 'reviews.refusal.too-many', { retryAfter: seconds, field: 'review' });
/** Two windows: the words that were typed stay in the form. */
export const editedMeanwhile = () =>
  new Refusal(422, 'reviews.edited-meanwhile', 'reviews.refusal.edited-meanwhile', { field: 'review' });
export const goneForGood = () => new Refusal(410, 'reviews.gone-for-good', 'reviews.refusal.gone-for-good');
export const writtenAnother = () =>
  new Refusal(409, 'reviews.written-another', 'reviews.refusal.written-another');
export const tooManyVotes = (seconds: number) =>
  new Refusal(429, 'reviews.too-many-votes', 'reviews.refusal.too-many-votes', { retryAfter: seconds });
export const notYourProvider = () =>
  new Refusal(403, 'reviews.not-your-provider', 'reviews.refusal.not-your-provider');
export const answeredAlready = () =>
  new Refusal(409, 'reviews.answered-already', 'reviews.refusal.answered-already');
export const answerEditsSpent = () =>
  new Refusal(409, 'reviews.answer-edits-spent', 'reviews.refusal.answer-edits-spent');
export const ownAnswer = () => new Refusal(403, 'reviews.own-answer', 'reviews.refusal.own-answer');
