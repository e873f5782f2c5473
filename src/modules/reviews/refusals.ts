import { Refusal } from '../../platform/refusal.ts';

export const reviewNotFound = () => new Refusal(404, 'reviews.not-found', 'reviews.refusal.not-found');
/** It changed, or stands elsewhere, since it was looked at. */
export const reviewMoved = () => new Refusal(409, 'reviews.moved', 'reviews.refusal.moved');
/** Nobody judges or rates their own. */
export const ownReview = () => new Refusal(403, 'reviews.own-review', 'reviews.refusal.own-review');
