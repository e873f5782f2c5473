/**
 * Every cookie that this site sets, by what it is for; on https most are named `__Host-NAME`. The page on transparency
 * is written from this list, and a browser that meets another one fails the gate.
 */
export const ownCookies = {
  session: ['session'],
  step: ['step', 'passkey'],
  choice: ['lang', 'theme', 'text-only'],
  moment: ['flash', 'written'],
  follower: ['follower', 'follower-push'],
  kept: ['compare', 'kept'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CookiePurpose = keyof typeof ownCookies;
export const cookiePurposes = Object.keys(ownCookies) as CookiePurpose[];

const names: ReadonlySet<string> = new Set(Object.values(ownCookies).flat());

/** Whether a cookie is one of ours. */
export const isOwnCookie = (name: string): boolean => names.has(name.replace(/^__Host-/, ''));
