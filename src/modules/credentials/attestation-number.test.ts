import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberFrom, readNumber } from './attestation-number.ts';

const bytes = fc.uint8Array({ minLength: 15, maxLength: 32 });
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

it('is six groups of four, without characters that look like others', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const number = numberFrom(random);
      expect(number).toMatch(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/);
      expect(readNumber(number)).toBe(number);
    }),
  );
});

it('tells any single wrong character, and any two that changed places', () => {
  fc.assert(
    fc.property(bytes, fc.nat(23), fc.nat(23), fc.nat(31), (random, one, other, put) => {
      const number = numberFrom(random).replaceAll('-', '');
      const wrong = number.slice(0, one) + alphabet[put] + number.slice(one + 1);
      if (wrong !== number) expect(readNumber(wrong)).toBeUndefined();
      const swapped = [...number];
      [swapped[one], swapped[other]] = [swapped[other] ?? '', swapped[one] ?? ''];
      if (swapped.join('') !== number) expect(readNumber(swapped.join(''))).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

it('is read however it was typed', () => {
  const number = numberFrom(Buffer.from('what a number is made of, all of it'));
  const compact = number.replaceAll('-', '');
  const wide = [...compact].map((each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0)).join('');
  for (const typed of [
    compact,
    number.toLowerCase(),
    ` ${number.replaceAll('-', ' – ')}\n`,
    `\u2066${number}\u2069`,
    wide,
    number.replaceAll('-', '.'),
  ])
    expect(readNumber(typed)).toBe(number);
  for (const typed of [
    '',
    '-',
    compact.slice(1),
    `${compact}2`,
    'O'.repeat(24),
    '2222',
    '‮',
    '2'.repeat(5000),
  ])
    expect(readNumber(typed)).toBeUndefined();
});

it('is not made of too little chance', () => {
  expect(() => numberFrom(new Uint8Array(14))).toThrow('115 random bits');
});
