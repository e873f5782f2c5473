import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../../../platform/http/environment.ts';
import { urlFor } from '../../../platform/http/site.ts';
import { mostCompared, namesIn } from './compared.ts';

const cookieName = 'compare';

/** The comparison under way in this browser: addresses of courses, nothing else; gone when the browser closes. */
export const comparedBefore = (c: AppContext): string[] =>
  namesIn(getCookie(c, cookieName) ?? '').slice(0, mostCompared);

/** Remembers what is compared. A page that is only fetched ahead changes nothing. */
export function rememberCompared(c: AppContext, slugs: readonly string[]): void {
  const isAhead = c.req.header('sec-purpose')?.includes('prefetch') === true;
  if (isAhead || slugs.join() === comparedBefore(c).join()) return;
  if (slugs.length === 0) return void deleteCookie(c, cookieName, { path: '/' });
  setCookie(c, cookieName, slugs.join(','), { path: '/', httpOnly: true, sameSite: 'Lax' });
}

/** Address that sets this course beside those that are compared already; the oldest leaves when there are four. */
export function compareAddress(c: AppContext, slug: string): string {
  const others = comparedBefore(c).filter((each) => each !== slug);
  const courses = [...others.slice(-(mostCompared - 1)), slug].join(',');
  return urlFor(c.var.site, c.var.lang, '/compare', { courses });
}
