import { shown } from './degradation.ts';

export type LinkReading = { readonly url: string } | { readonly problem: string };

const longest = 2_000;

/** Campaign parameters name the feed that one came by, not the page. */
function withoutCampaign(url: URL): void {
  const names = Array.from(url.searchParams.keys()).filter((name) => /^utm_/i.test(name));
  for (const name of names) url.searchParams.delete(name);
}

function parse(text: string, base: string | undefined): URL | undefined {
  const absolute = text.startsWith('//') ? `https:${text}` : /^www\./i.test(text) ? `https://${text}` : text;
  const from = base && /^https?:/i.test(base) ? base : undefined;
  try {
    return new URL(absolute, from);
  } catch {
    return undefined;
  }
}

/**
 * Reads an address as an absolute http or https one: "//host/x" becomes https, relative ones are resolved against
 * `base` when that is http(s), campaign parameters (utm_...) are dropped. Other schemes ("javascript:", "file:"),
 * addresses with a password, without a dot in the host or longer than 2,000 characters are a problem.
 */
export function readLink(value: unknown, base?: string): LinkReading | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'string') return { problem: `not an address: ${shown(value)}` };
  const text = value.trim();
  if (text === '') return undefined;
  const url = text.length > longest ? undefined : parse(text, base);
  if (!url || !/^https?:$/.test(url.protocol)) return { problem: `not a web address: ${shown(text)}` };
  if (url.username !== '' || url.password !== '')
    return { problem: `an address with a sign-in: ${shown(text)}` };
  if (!/[^.]\.[^.]|:/.test(url.hostname)) return { problem: `not a web address: ${shown(text)}` };
  withoutCampaign(url);
  return url.href.length > longest ? { problem: `not a web address: ${shown(text)}` } : { url: url.href };
}
