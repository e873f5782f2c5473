import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands: SHA-1, six digits, thirty seconds. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** 20 random bytes, as the standard asks, in the letters that people can type. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({ ...shape, secret: Secret.fromBase32(secret), label, issuer });

/** `otpauth://totp/...`: what the app reads from the picture. */
export const totpAddress = (secret: string, label: string, issuer: string): string =>
  totpOf(secret, label, issuer).toString();

/**
 * The time step that a code belongs to, up to one step beside now, since clocks differ; undefined for a wrong code.
 * Steps let the caller refuse a code that was used before.
 */
export function stepOfCode(secret: string, typed: string, now: Date): number | undefined {
  const token = typed.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / shape.period) + delta;
}
