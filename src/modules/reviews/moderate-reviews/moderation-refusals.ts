import { Refusal } from '../../../platform/refusal.ts';

/** Whoever may not see a page is told that there is none. */
export const hidden = () => new Refusal(404, 'http.not-found', 'ui.error.notFound.text');
export const caseDecided = () => new Refusal(409, 'reviews.case-decided', 'reviews.moderate.refusal.decided');
export const tied = (tie: 'own-review' | 'own-decision' | 'own-course') =>
  new Refusal(403, `reviews.${tie}`, `reviews.moderate.refusal.${tie}`);
export const reasonMissing = () =>
  new Refusal(422, 'reviews.reason-missing', 'reviews.moderate.refusal.reason', { field: 'reason' });
export const wordsMissing = () =>
  new Refusal(422, 'reviews.words-missing', 'reviews.moderate.refusal.words', { field: 'words' });
