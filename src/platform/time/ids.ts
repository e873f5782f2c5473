import { randomBytes, randomFillSync } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Makes identifiers; injected so that tests can foresee them. */
export interface Ids {
  /** UUIDv7: sorts by the time it was made. */
  next(): string;
  /** 32 random bytes, base64url: for what must not be guessed nor tell its time. */
  secret(): string;
}

const pool = Buffer.alloc(10 * 1024);
let used = pool.length;

function tenRandomBytes(): Buffer {
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 10;
  return pool.subarray(used - 10, used);
}

/** RFC 9562 UUIDv7 from milliseconds since the epoch and ten random bytes. */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const hex = Buffer.from(random).toString('hex');
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

export function systemIds(clock: Clock): Ids {
  return {
    next: () => uuidV7(clock.now().getTime(), tenRandomBytes()),
    secret: () => randomBytes(32).toString('base64url'),
  };
}
