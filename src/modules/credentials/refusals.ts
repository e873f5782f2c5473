import { Refusal } from '../../platform/refusal.ts';

/** Attestations of others and those that never were look alike to whoever would change them. */
export const attestationNotFound = () =>
  new Refusal(404, 'credentials.not-found', 'credentials.refusal.not-found');
export const guessing = (retryAfter: number) =>
  new Refusal(429, 'credentials.guessing', 'credentials.refusal.guessing', { retryAfter });
export const settledAlready = () => new Refusal(409, 'credentials.settled', 'credentials.refusal.settled');
export const notToCorrect = () =>
  new Refusal(409, 'credentials.not-to-correct', 'credentials.refusal.not-corrected');
export const sameName = () =>
  new Refusal(422, 'credentials.same-name', 'credentials.correct.name.same', { field: 'name' });
export const answerMissing = () =>
  new Refusal(422, 'credentials.answer-missing', 'credentials.tend.answer.missing', { field: 'answer' });
