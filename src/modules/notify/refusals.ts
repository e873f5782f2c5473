import { Refusal } from '../../platform/refusal.ts';

const beside = (field: string, code: string, messageKey = `notify.refusal.${code}`) =>
  new Refusal(422, `notify.${code}`, messageKey, { field });

export const noWant = () => beside('wants', 'no-want');
export const noAddress = () => beside('mail', 'no-address', 'accounts.address.missing');
export const wrongAddress = () => beside('mail', 'wrong-address', 'accounts.address.wrong');
export const wrongBrowser = () => beside('push', 'wrong-browser');
export const signInForThat = () => beside('pace', 'sign-in-for-that');
export const tooManyFollowed = () =>
  new Refusal(409, 'notify.too-many-followed', 'notify.refusal.too-many-followed');
export const badWish = () => new Refusal(422, 'notify.bad-wish', 'notify.refusal.bad-wish');
export const tooManyLetters = (seconds: number) =>
  new Refusal(429, 'notify.too-many', 'accounts.refusal.too-many-attempts', {
    values: { n: Math.max(1, Math.ceil(seconds / 60)) },
    retryAfter: seconds,
  });
export const deadLink = () => new Refusal(410, 'notify.dead-link', 'notify.refusal.dead-link');
export const nothingFollowed = () => new Refusal(404, 'notify.not-found', 'notify.refusal.not-found');
