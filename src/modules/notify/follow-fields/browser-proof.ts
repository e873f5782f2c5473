import { getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../../../platform/http/environment.ts';

const isHttps = (c: AppContext): boolean => c.var.tools.config.baseUrl.startsWith('https:');
const nameOf = (c: AppContext): string => (isHttps(c) ? '__Host-follower' : 'follower');

const secret = /^[\w-]{43}$/;

/** What a browser was given when somebody confirmed an address in it; undefined when it has none of ours. */
export function readBrowserProof(c: AppContext): string | undefined {
  const value = getCookie(c, nameOf(c));
  return value !== undefined && secret.test(value) ? value : undefined;
}

/** Lets this browser follow further topics with the confirmed address, and see what it follows. */
export function writeBrowserProof(c: AppContext, value: string, seconds: number): void {
  setCookie(c, nameOf(c), value, {
    path: '/',
    httpOnly: true,
    secure: isHttps(c),
    sameSite: 'Lax',
    maxAge: seconds,
  });
}
