import { hash } from 'node:crypto';
import type { Ids } from '../../../platform/time/ids.ts';

/** Letters and digits that nobody takes for each other. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code to say aloud or write on a board: "KX4T-9PWM-3FHQ", 59 bits. */
export function newJoinCode(ids: Ids): string {
  const bytes = Buffer.from(ids.secret(), 'base64url');
  const code = Array.from(
    { length: 12 },
    (_, at) => signs[(bytes.readUInt16BE(2 * at) * signs.length) >> 16],
  ).join('');
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-');
}

/** What is kept of a code; case, spaces and dashes do not count. */
export const joinCodeHash = (code: string): string =>
  hash('sha256', code.toUpperCase().replace(/[^A-Z0-9]/g, ''), 'hex');
