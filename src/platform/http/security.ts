import type { AppContext, AppMiddleware } from './environment.ts';
import { Refusal } from '../refusal.ts';

/** Origins beyond our own that one page may load, once somebody asks for what comes from there. */
export interface OutsideOrigins {
  /** "https://player.example.org" */
  readonly frames: readonly string[];
  readonly media: readonly string[];
}

const policy = ({ frames, media }: OutsideOrigins): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    ["media-src 'self'", ...media].join(' '),
    "manifest-src 'self'",
    // the preview of what other sites can show of ours
    ["frame-src 'self'", ...frames].join(' '),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

const nothingOutside: OutsideOrigins = { frames: [], media: [] };
const ownPolicy = policy(nothingOutside);

const originOnly = /^https:\/\/[a-z\d.-]+(?::\d{1,5})?$/;

/** Lets this one answer load frames and films of these origins; what is no https origin is left out. */
export function allowOutside(c: AppContext, { frames, media }: OutsideOrigins): void {
  const before = c.var.outside ?? nothingOutside;
  const { frameUrl } = c.var.tools.config;
  const safe = (origins: readonly string[]) =>
    origins.filter((origin) => originOnly.test(origin) || origin === frameUrl);
  c.set('outside', {
    frames: [...new Set([...before.frames, ...safe(frames)])],
    media: [...new Set([...before.media, ...safe(media)])],
  });
}

/** Headers of every answer; pages need no inline script nor style, so the policy allows none. */
export const securityHeaders: AppMiddleware = async (c, next) => {
  await next();
  const headers = c.res.headers;
  // what is no page of ours, such as a file that somebody uploaded, comes with a narrower one
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', c.var.outside ? policy(c.var.outside) : ownPolicy);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
  if (c.var.tools.config.baseUrl.startsWith('https:')) {
    headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
};

export const isSafeMethod = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/**
 * Answers to posts from anywhere: mail programs press the button to unsubscribe from their own pages (RFC 8058). What such
 * a post may do lies in the secret of its address alone, never in a cookie.
 */
const fromAnywhere: readonly string[] = [
  '/following/stop',
  '/learn/-/stop-letters',
  '/learn/-/stop-reminders',
];

/** Unsafe methods come from our own pages, or carry a partner's key instead of a cookie. */
export const sameOriginOnly: AppMiddleware = async (c, next) => {
  const free = isSafeMethod(c.req.method) || fromAnywhere.includes(c.var.path);
  if (!free && !c.req.header('authorization') && !fromOurselves(c)) {
    throw new Refusal(403, 'http.cross-origin', 'app.refusal.cross-origin');
  }
  await next();
};

function fromOurselves(c: AppContext): boolean {
  const origin = c.req.header('origin');
  if (origin && origin !== 'null') {
    const host = c.req.header('host');
    return (
      origin === new URL(c.var.tools.config.baseUrl).origin ||
      (URL.canParse(origin) && new URL(origin).host === host)
    );
  }
  const site = c.req.header('sec-fetch-site');
  return site === undefined
    ? c.req.header('cookie') === undefined
    : site === 'same-origin' || site === 'none';
}
