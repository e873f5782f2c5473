import type { Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';
import { isBelieved } from './believed-site.ts';
import { fetchEvidence } from './check-page.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Where an issuer tells its keys: did:web by its rule, web addresses by themselves. Undefined for other kinds of issuers. */
export function issuerAddress(issuer: string, fetcher: Fetcher): string | undefined {
  if (/^https?:\/\//.test(issuer)) return issuer;
  const did = /^did:web:([^:/?#]+)((?::[^:/?#]+)*)$/.exec(issuer);
  if (!did) return undefined;
  const host = decodeURIComponent(did[1] ?? '');
  const path = (did[2] ?? '').replaceAll(':', '/');
  // plain http only where an operator vouches for the host (a test, a local network)
  const scheme = fetcher.isAllowed(`http://${host}/`) ? 'http' : 'https';
  return `${scheme}://${host}${path === '' ? '/.well-known' : path}/did.json`;
}

/** Reads JSON from the site that is believed; undefined when it is none. @throws FetchRefused, FetchFailed */
export async function believedJson(
  fetcher: Fetcher,
  address: string,
  courseUrl: string | undefined,
  signal: AbortSignal,
): Promise<unknown> {
  if (isBelieved(address, courseUrl) !== true) return undefined;
  const { url, text } = await fetchEvidence(
    fetcher,
    address,
    signal,
    'application/json, application/ld+json, application/jwt',
  );
  if (isBelieved(url, courseUrl) !== true) return undefined;
  return parsed(text);
}

/** JSON, or a token as it is. */
export function parsed(text: string): unknown {
  const trimmed = text.trim();
  if (isToken(trimmed)) return trimmed;
  try {
    return JSON.parse(trimmed);
  } catch {
    return undefined;
  }
}

export const isToken = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
