import type { AppMiddleware, Tools } from './environment.ts';

/** What is served for frames: packages that run their own script, and what plays them. */
const forFrames = /^\/(?:packages|package-player)\//;
/** What both hosts serve: it is everybody's. */
const forBoth = /^\/(?:assets\/|healthz$|readyz$)/;

/**
 * Keeps what runs its own script apart from us. Under the host for frames there is nothing but packages, no cookie is read
 * or set, and whoever comes for a page is sent to where pages are; under our own host there are no packages. Where there
 * is no second host, packages play under ours without an origin (their policy says `sandbox`), and without cookies too.
 */
export function framesApart({ config }: Pick<Tools, 'config'>): AppMiddleware {
  const frames = config.frameUrl === undefined ? undefined : new URL(config.frameUrl).host;
  return async (c, next) => {
    const url = new URL(c.req.url);
    const isForFrames = forFrames.test(url.pathname);
    const isFrameHost = url.host === frames;
    if (isFrameHost && !isForFrames && !forBoth.test(url.pathname)) {
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.text('not here', 404);
      return c.redirect(config.baseUrl + url.pathname + url.search, 302);
    }
    if (isForFrames && frames !== undefined && !isFrameHost) return c.text('not here', 404);
    if (!isForFrames && !forBoth.test(url.pathname)) return next();
    c.req.raw.headers.delete('cookie');
    await next();
    c.res.headers.delete('Set-Cookie');
    // frames without an origin fetch as strangers; there is nothing of anybody's here
    c.res.headers.set('Access-Control-Allow-Origin', '*');
  };
}
