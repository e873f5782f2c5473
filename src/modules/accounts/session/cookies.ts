import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../../../platform/http/environment.ts';

/**
 * `session`: who is signed in. `step`: a sign-up or second step that is under way in this browser. `passkey`: the
 * challenge that a passkey answers.
 */
export type CookieName = 'session' | 'step' | 'passkey';

const isHttps = (c: AppContext): boolean => c.var.tools.config.baseUrl.startsWith('https:');

/** `__Host-` binds a cookie to this host and to https; a plain local address cannot carry it. */
const nameOf = (c: AppContext, name: CookieName): string => (isHttps(c) ? `__Host-${name}` : name);

const token = /^[\w-]{43}$/;

/** The secret of the cookie; undefined when it is absent or cannot be one of ours. */
export function readSecret(c: AppContext, name: CookieName): string | undefined {
  const value = getCookie(c, nameOf(c, name));
  return value !== undefined && token.test(value) ? value : undefined;
}

export function writeSecret(c: AppContext, name: CookieName, value: string, seconds: number): void {
  setCookie(c, nameOf(c, name), value, {
    path: '/',
    httpOnly: true,
    secure: isHttps(c),
    sameSite: 'Lax',
    maxAge: seconds,
  });
}

export function forgetSecret(c: AppContext, name: CookieName): void {
  deleteCookie(c, nameOf(c, name), { path: '/', secure: isHttps(c) });
}
