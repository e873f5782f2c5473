import { Refusal } from '../../platform/refusal.ts';

export const attemptsUsed = () =>
  new Refusal(409, 'assessment.attempts-used', 'assessment.refusal.attempts-used');
/** Sent from a page that shows an attempt which was finished elsewhere in the meantime. */
export const attemptOver = () =>
  new Refusal(409, 'assessment.attempt-over', 'assessment.refusal.attempt-over');
export const notStarted = () => new Refusal(409, 'assessment.not-started', 'assessment.refusal.not-started');
export const tooBusy = () => new Refusal(409, 'assessment.too-busy', 'assessment.refusal.too-busy');
export const questionUnknown = () =>
  new Refusal(404, 'assessment.question-unknown', 'assessment.refusal.question-unknown');
export const notSignedIn = () =>
  new Refusal(401, 'assessment.not-signed-in', 'assessment.refusal.not-signed-in');
