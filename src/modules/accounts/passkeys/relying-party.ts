import type { AppContext } from '../../../platform/http/environment.ts';

/** Whom passkeys belong to: the host of the site, and the address that the browser must show. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}

/**
 * The site's own address. Passkeys need a name and no number: on this machine itself "localhost" counts too, whatever
 * BASE_URL says. The Host header decides nothing else, and a browser signs for the address that it really shows.
 */
export function relyingParty(c: AppContext): RelyingParty {
  const base = new URL(c.var.tools.config.baseUrl);
  const { name } = c.var.site;
  const host = c.req.header('host') ?? '';
  if (base.protocol === 'http:' && /^localhost(:\d+)?$/.test(host))
    return { id: 'localhost', origin: `http://${host}`, name };
  return { id: base.hostname, origin: base.origin, name };
}
