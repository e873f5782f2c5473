import { isIP } from 'node:net';

/** Second-level names under which countries give out names: `example.co.uk` is a site, `co.uk` is not. */
const secondLevel = new Set([
  'ac',
  'asn',
  'asso',
  'com',
  'co',
  'edu',
  'gob',
  'gouv',
  'gov',
  'id',
  'mil',
  'ne',
  'net',
  'nom',
  'or',
  'org',
  'sch',
]);

/**
 * The part of a host name that one holder registered, by a rule of thumb: two labels, three below names such as
 * co.uk. Good enough to keep a feed's links near home; not a list of public suffixes, so never for cookies.
 */
export function siteOf(hostname: string): string {
  const name = hostname.toLowerCase().replace(/\.+$/, '');
  if (isIP(name.replace(/^\[|\]$/g, ''))) return name;
  const labels = name.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && secondLevel.has(second) ? -3 : -2).join('.');
}
