import { Refusal } from '../../platform/refusal.ts';

/** Courses of others and courses that never were look alike from outside; so do parts of them. */
export const courseNotFound = () => new Refusal(404, 'courses.not-found', 'courses.refusal.not-found');
/** Somebody works on the course, in another role. */
export const notYourRole = () => new Refusal(403, 'courses.not-your-role', 'courses.refusal.not-your-role');
/** A version without a unit would show learners nothing. */
export const nothingToPublish = () =>
  new Refusal(422, 'courses.nothing-to-publish', 'courses.refusal.nothing-to-publish');
/** Only a run that is joined by a code has one. */
export const codeNeedsNothing = () =>
  new Refusal(409, 'courses.run-without-code', 'courses.runs.refusal.no-code');
export const badForm = () => new Refusal(400, 'courses.bad-form', 'courses.form.bad');
export const formTooLarge = () => new Refusal(413, 'courses.form-too-large', 'courses.form.too-large');
export const authorsOnly = () => new Refusal(403, 'courses.authors-only', 'courses.refusal.authors-only');
/** A bank is removed empty, and from where nothing draws. */
export const bankInUse = () => new Refusal(409, 'courses.bank-in-use', 'courses.bank.in-use');
/** What a course says of itself was changed since the form was opened. */
export const describedMeanwhile = () =>
  new Refusal(409, 'courses.described-meanwhile', 'courses.described-meanwhile');
export const nobodyAtAddress = () =>
  new Refusal(422, 'courses.nobody-at-address', 'courses.people.nobody', { field: 'address' });
export const lastOwner = () => new Refusal(409, 'courses.last-owner', 'courses.people.last-owner');
