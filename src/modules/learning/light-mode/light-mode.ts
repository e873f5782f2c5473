import { getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../../../platform/http/environment.ts';

const year = 31_536_000;

/** Whether pictures and films are shown as links: what the reader chose, else what their browser asks for. */
export function isTextOnly(c: AppContext): boolean {
  const chosen = getCookie(c, 'text-only');
  return chosen === undefined ? c.req.header('save-data') === 'on' : chosen === 'yes';
}

/** Remembers the choice in this browser, where the weak link is. */
export function chooseTextOnly(c: AppContext, on: boolean): void {
  setCookie(c, 'text-only', on ? 'yes' : 'no', { path: '/', sameSite: 'Lax', maxAge: year });
}
