import { isIP } from 'node:net';
import { FetchRefused } from './fetch-errors.ts';
import { isPublicAddress } from './public-address.ts';

/** A host that an operator vouches for: `name`, `name:port`, `10.0.0.5`, `[fd00::5]:8000`. */
export interface AllowedHost {
  readonly host: string;
  /** `ignore`: its robots.txt is not asked. Default `obey`. */
  readonly robots?: 'obey' | 'ignore';
}

const ordinaryPorts = new Set(['', '80', '443', '8080', '8443']);
const insideNames =
  /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|onion|i2p)$/;

/** The entry that covers an address: exact host, and exact port where the entry names one. */
export function allowedEntry(url: URL, allowed: readonly AllowedHost[]): AllowedHost | undefined {
  const name = bareName(url);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowed.find((entry) => {
    const wanted = entry.host.trim().toLowerCase();
    return wanted === `${name}:${port}` || (wanted === name && ordinaryPorts.has(url.port));
  });
}

/**
 * Reads an address and refuses every form that must not be fetched, before any name is looked up.
 * @param input absolute, or relative to `base`
 * @throws FetchRefused with a sentence that names the host
 */
export function checkAddress(input: string, allowed: readonly AllowedHost[], base?: URL): URL {
  const url = URL.parse(input, base);
  if (!url) throw new FetchRefused('bad-address', `"${shorten(input)}" is not a web address.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchRefused(
      'bad-scheme',
      `"${shorten(input)}" is not fetched: only http and https addresses are.`,
    );
  if (url.username || url.password)
    throw new FetchRefused(
      'credentials',
      `An address of "${url.host}" carries a user name or password: not fetched. Remove it from the address.`,
    );
  url.hash = '';
  if (!allowedEntry(url, allowed)) checkPublic(url, input, base);
  return url;
}

function checkPublic(url: URL, input: string, base: URL | undefined): void {
  if (!ordinaryPorts.has(url.port))
    throw new FetchRefused(
      'bad-port',
      `"${url.host}" uses port ${url.port}: only 80, 443, 8080 and 8443 are fetched. An operator can allow this host with its port (FETCH_ALLOWED_HOSTS).`,
    );
  const name = bareName(url);
  const ip = name.replace(/^\[|\]$/g, '');
  if (isIP(ip)) return checkLiteral(ip, url, input, base);
  if (!name.includes('.') || insideNames.test(name))
    throw new FetchRefused(
      'private-name',
      `"${url.host}" is a name of an inside network: not fetched. An operator can allow this host (FETCH_ALLOWED_HOSTS).`,
    );
}

function checkLiteral(ip: string, url: URL, input: string, base: URL | undefined): void {
  if (!isPublicAddress(ip)) throw privateAddress(url.host, ip);
  // URL turns 2130706433, 0x7f.1 and 0177.0.0.1 into four plain numbers. Nobody writes a public host that way
  // except to slip past a filter.
  const writtenPlainly =
    input.split(/[\\/?#:@]+/).includes(ip) || base?.hostname === url.hostname || isIP(ip) === 6;
  if (!writtenPlainly)
    throw new FetchRefused(
      'bad-address',
      `"${shorten(input)}" writes an IP address in disguise: not fetched.`,
    );
}

/** The refusal of an address that is not of the public internet. */
export function privateAddress(host: string, address: string): FetchRefused {
  const where = host === address || host === `[${address}]` ? '' : `, at ${address},`;
  return new FetchRefused(
    'private-address',
    `"${host}"${where} is not on the public internet: not fetched. An operator can allow this host (FETCH_ALLOWED_HOSTS).`,
  );
}

/** Host name without port and without the dot of the root: `localhost.` is `localhost`. */
function bareName(url: URL): string {
  return url.hostname.toLowerCase().replace(/\.+$/, '');
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
