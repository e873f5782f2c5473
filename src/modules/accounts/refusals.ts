import { Refusal } from '../../platform/refusal.ts';

export const tooManyAttempts = (seconds: number) =>
  new Refusal(429, 'accounts.too-many-attempts', 'accounts.refusal.too-many-attempts', {
    values: { n: Math.max(1, Math.ceil(seconds / 60)) },
    retryAfter: seconds,
  });

/** Says nothing about which of the two is wrong, or whether the address is known at all. */
export const wrongSignIn = () =>
  new Refusal(422, 'accounts.wrong-sign-in', 'accounts.refusal.wrong-sign-in', { field: 'password' });
export const wrongPassword = () =>
  new Refusal(422, 'accounts.wrong-password', 'accounts.refusal.wrong-password', { field: 'current' });
export const badPassword = (messageKey: string) =>
  new Refusal(422, 'accounts.bad-password', messageKey, { field: 'password' });
export const wrongCode = () =>
  new Refusal(422, 'accounts.wrong-code', 'accounts.refusal.wrong-code', { field: 'code' });
export const deadLink = () => new Refusal(410, 'accounts.dead-link', 'accounts.refusal.dead-link');
export const accountBlocked = () => new Refusal(403, 'accounts.blocked', 'accounts.refusal.blocked');
export const signInFirst = () => new Refusal(401, 'accounts.sign-in-first', 'accounts.refusal.sign-in-first');
export const operatorsOnly = () =>
  new Refusal(403, 'accounts.operators-only', 'accounts.refusal.operators-only');
export const sessionNotFound = () =>
  new Refusal(404, 'accounts.session-not-found', 'accounts.refusal.session-not-found');
export const personNotFound = () =>
  new Refusal(404, 'accounts.person-not-found', 'accounts.refusal.person-not-found');
export const notYourself = () => new Refusal(409, 'accounts.not-yourself', 'accounts.refusal.not-yourself');
export const mailNotFound = () =>
  new Refusal(404, 'accounts.mail-not-found', 'accounts.refusal.mail-not-found');
export const lastOperator = () =>
  new Refusal(409, 'accounts.last-operator', 'accounts.refusal.last-operator');
export const wrongAppCode = () =>
  new Refusal(422, 'accounts.wrong-app-code', 'accounts.refusal.wrong-app-code', { field: 'code' });
export const twoFactorState = () =>
  new Refusal(409, 'accounts.two-factor-state', 'accounts.refusal.two-factor-state');
export const passkeyRefused = () =>
  new Refusal(422, 'accounts.passkey-refused', 'accounts.refusal.passkey-refused', { field: 'response' });
export const passkeyNotFound = () =>
  new Refusal(404, 'accounts.passkey-not-found', 'accounts.refusal.passkey-not-found');
export const addressNotFound = () =>
  new Refusal(404, 'accounts.address-not-found', 'accounts.refusal.address-not-found');
export const addressYours = () =>
  new Refusal(422, 'accounts.address-yours', 'accounts.refusal.address-yours', { field: 'address' });
export const addressNeeded = () =>
  new Refusal(409, 'accounts.address-needed', 'accounts.refusal.address-needed');
export const tooMany = () => new Refusal(409, 'accounts.too-many', 'accounts.refusal.too-many');
