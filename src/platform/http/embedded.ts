import type { AppMiddleware } from './environment.ts';
import { splitLang } from './site.ts';

/** Pages of ours that stand in frames of other sites: below /embed/. The page that explains them, /embed, is none. */
export const isEmbedded = (path: string): boolean => path.startsWith('/embed/');

/** As little as such a page needs; anybody may frame it. */
const policyInFrames = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  'frame-ancestors *',
].join('; ');

/**
 * In a frame of another site a cookie would be a third party's: none is read there and none is set. What comes after
 * this in the chain never sees one.
 */
export const withoutCookies: AppMiddleware = async (c, next) => {
  if (!isEmbedded(splitLang(new URL(c.req.url).pathname).path)) return next();
  c.req.raw.headers.delete('cookie');
  await next();
  const { headers } = c.res;
  headers.delete('Set-Cookie');
  headers.set('Content-Security-Policy', policyInFrames);
  headers.set('X-Robots-Tag', 'noindex');
  if (headers.get('Vary')?.includes('Cookie')) headers.set('Vary', 'Accept-Language, Accept-Encoding');
};
