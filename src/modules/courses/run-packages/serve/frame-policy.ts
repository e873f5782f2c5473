import type { AppContext } from '../../../../platform/http/environment.ts';

/**
 * What a package may do: run its own scripts and styles, load what is its own, and nothing of anybody else's; so what it
 * learns stays here. Where there is no second host it has no origin either, not even when its address is opened by itself.
 */
export function setFramePolicy(c: AppContext): void {
  const { baseUrl, frameUrl } = c.var.tools.config;
  // to whom has no origin, 'self' is nobody
  const self = `'self' ${frameUrl ?? baseUrl}`;
  const policy = [
    `default-src ${self} data: blob: 'unsafe-inline' 'unsafe-eval'`,
    `form-action ${self}`,
    "object-src 'none'",
    "base-uri 'self'",
    // a frame without an origin is nobody's ancestor by name: there the secret address alone says who may frame it
    frameUrl === undefined
      ? 'sandbox allow-scripts allow-forms allow-modals'
      : `frame-ancestors 'self' ${baseUrl}`,
  ];
  c.header('Content-Security-Policy', policy.join('; '));
  c.header('X-Robots-Tag', 'noindex');
}
