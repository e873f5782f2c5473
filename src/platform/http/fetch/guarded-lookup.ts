import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { privateAddress } from './address-rules.ts';
import { isPublicAddress } from './public-address.ts';

/** Resolves a name to its addresses; rejects as node:dns does (code ENOTFOUND, EAI_AGAIN). */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

/** The resolver of the machine: hosts file, then DNS. */
export const machineLookup: Lookup = async (hostname) => {
  const found = await systemLookup(hostname, { all: true, verbatim: true });
  return found.map((entry) => entry.address);
};

/**
 * A resolver for sockets. It is asked once a connection and the socket connects to exactly what it returns, so
 * that a name cannot show a public address to a check and a private one to the connection (DNS rebinding).
 * Guarded, it refuses a name as soon as one of its addresses is not public.
 */
export function socketLookup(lookup: Lookup, guarded: boolean): LookupFunction {
  return (hostname, options, callback) => void resolve(lookup, hostname, guarded, options, callback);
}

async function resolve(
  lookup: Lookup,
  hostname: string,
  guarded: boolean,
  options: LookupOptions,
  callback: Parameters<LookupFunction>[2],
): Promise<void> {
  let addresses: LookupAddress[];
  try {
    addresses = await addressesOf(lookup, hostname, guarded);
  } catch (error) {
    return callback(error as NodeJS.ErrnoException, '', 0);
  }
  answer(addresses, options, callback);
}

async function addressesOf(lookup: Lookup, hostname: string, guarded: boolean): Promise<LookupAddress[]> {
  const addresses = (await lookup(hostname)).map((address) => ({ address, family: isIP(address) }));
  const valid = addresses.filter((entry) => entry.family !== 0);
  if (valid.length === 0) throw Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' });
  const inside = guarded && valid.find((entry) => !isPublicAddress(entry.address));
  if (inside) throw privateAddress(hostname, inside.address);
  return valid;
}

function answer(
  addresses: LookupAddress[],
  options: LookupOptions,
  callback: Parameters<LookupFunction>[2],
): void {
  if (options.all) return callback(null, addresses);
  const wanted =
    addresses.find((entry) => !options.family || entry.family === options.family) ?? addresses[0];
  if (wanted) callback(null, wanted.address, wanted.family);
}
