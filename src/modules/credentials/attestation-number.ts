/**
 * Numbers of attestations: six groups of four, such as K7WQ-2MXD-.... 23 random characters (115 bits) and one that
 * tells a typing error: any single wrong character, and any two that changed places.
 */

/** 32 characters without 0, O, 1 and I, which people take for each other; each stands for five bits. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 24;
const group = 4;

/** Doubles in the field of 32 elements (x^5 + x^2 + 1): in 31 steps it comes by every one of them but zero. */
const doubled = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * The sum in which each character weighs twice what stands after it: zero for whole numbers. The weights of 24 places
 * all differ, so that no single error and no exchange of two leaves it zero.
 */
const checkOf = (values: readonly number[]): number => values.reduce((sum, value) => doubled(sum) ^ value, 0);

/** @param random at least 15 bytes, of which every bit is a coin */
export function numberFrom(random: Uint8Array): string {
  const values = fiveBits(random, length - 1);
  const last = doubled(checkOf(values));
  return grouped([...values, last].map((value) => alphabet[value]).join(''));
}

function fiveBits(bytes: Uint8Array, count: number): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (bits.length < count * 5) throw new RangeError(`${count * 5} random bits are needed`);
  return Array.from({ length: count }, (_, at) => Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2));
}

const grouped = (text: string): string => text.match(new RegExp(`.{${group}}`, 'g'))?.join('-') ?? text;

/**
 * The number as it is written on the document, from what somebody typed or pasted: in small letters, in full width,
 * with other signs between. Undefined when it cannot be one: a character is missing, wrong or in another's place.
 */
export function readNumber(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{P}\p{Cf}\p{S}]/gu, '');
  if (plain.length !== length) return undefined;
  const values = [...plain].map((character) => alphabet.indexOf(character));
  if (values.includes(-1) || checkOf(values) !== 0) return undefined;
  return grouped(plain);
}
