import type { PushSubscriptionJson } from '../contract.ts';

/** Bytes of an uncompressed point on P-256 and of the secret beside it (RFC 8291). */
const keyBytes = 65;
const authBytes = 16;
const longestEndpoint = 1_000;

/**
 * Whether a browser's word can be sent to: an https address, and keys of the right form. Where the address leads is
 * looked at when something is sent.
 */
export function isPushSubscription({ endpoint, keys }: PushSubscriptionJson): boolean {
  const url = endpoint.length <= longestEndpoint ? URL.parse(endpoint) : null;
  const key = Buffer.from(keys.p256dh, 'base64url');
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    key.length === keyBytes &&
    key[0] === 4 &&
    Buffer.from(keys.auth, 'base64url').length === authBytes
  );
}
