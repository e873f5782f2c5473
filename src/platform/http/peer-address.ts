import { isPublicAddress } from './fetch/public-address.ts';

/**
 * The network address of whoever asks. A site on https stands behind a proxy, since we speak http only: the proxy's
 * own address says nothing then, and the last entry of X-Forwarded-For is the one that it wrote itself. Earlier entries
 * are whatever the visitor claims. Asked directly from a public address, the header counts for nothing.
 */
export function peerAddress(peer: string | undefined, forwarded: string | undefined, https: boolean): string {
  if (peer === undefined) return 'unknown';
  const own = peer.replace(/^::ffff:(?=\d+\.)/i, '');
  const last = forwarded?.split(',').at(-1)?.trim();
  return https && last && !isPublicAddress(own) ? last : own;
}
