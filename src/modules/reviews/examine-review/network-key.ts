import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/**
 * A network as it is remembered: a keyed hash of its prefix (/24 of IPv4, /48 of IPv6), from which no address can be
 * read without the key. Undefined for what is no public address of a person (jobs, commands).
 */
export function networkKey(address: string | undefined, key: string): string | undefined {
  if (address === undefined || !ipaddr.isValid(address)) return undefined;
  const ip = ipaddr.process(address);
  const bytes = ip.toByteArray().slice(0, ip.kind() === 'ipv6' ? 6 : 3);
  return createHmac('sha256', key).update(Buffer.from(bytes)).digest('base64url').slice(0, 22);
}
