import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/**
 * SHA-256. Enough for tokens of 32 random bytes: nobody can try them all. Passwords go through argon2 instead, and
 * six digits are protected by their short life and few tries.
 */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

export const sameHash = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** Six random digits to type from a mail. */
export const sixDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Digits are hashed with their code's id, so that equal digits look different. */
export const hashOfDigits = (codeId: string, digits: string): Buffer => hashOf(`${codeId}:${digits}`);

/** Letters and figures that cannot be mistaken for each other on paper. */
const plainSigns = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Random signs in groups of four: "k7mq-x2pd-9hvr". About five bits a sign. */
export function readableSecret(groups: number): string {
  const group = () => Array.from({ length: 4 }, () => plainSigns[randomInt(plainSigns.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}
