import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { langs } from '../../../platform/i18n/languages.ts';
import { readNumbers } from './read-number.ts';

describe('a number as the world writes it', () => {
  it.each([
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['-,5', -0.5],
    ['+3', 3],
    ['1 234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ["1'234.5", 1234.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['0,125', 0.125],
    ['3/4', 0.75],
    ['1 1/2', 1.5],
    ['-2 1/2', -2.5],
    ['2½', 2.5],
    ['2e-3', 0.002],
    ['2E3', 2000],
    ['2·10⁻³', 0.002],
    ['2 x 10^3', 2000],
    ['2×10^(-3)', 0.002],
    ['50 %', 0.5],
    ['٣', 3],
    ['٣٫٥', 3.5],
    ['١٬٢٣٤٫٥', 1234.5],
    ['۱۲', 12],
    ['１２．５', 12.5],
    ['１，５', 1.5],
    ['१२', 12],
    ['−7', -7],
    ['\u200e-7\u200e', -7],
    ['2*pi', 2 * Math.PI],
    ['sqrt(2)', Math.SQRT2],
    ['√2', Math.SQRT2],
    ['2^10', 1024],
    [' 42 ', 42],
  ])('%s', (text, value) => {
    expect(readNumbers(text)[0]).toBeCloseTo(value, 12);
  });

  it.each([
    '',
    ' ',
    'abc',
    '1.2.3',
    '1,2,3',
    '1 2',
    '5 kg',
    '--',
    'e5',
    '1e',
    '1/0',
    '1e999',
    'NaN',
    'Infinity',
    '12a',
    '1,23.4,5',
    'x'.repeat(500),
  ])('is not read from %j', (text) => expect(readNumbers(text)).toEqual([]));

  it('means both where countries differ, the plain decimal first', () => {
    expect(readNumbers('1,234')).toEqual([1.234, 1234]);
    expect(readNumbers('12.000')).toEqual([12, 12_000]);
    expect(readNumbers('0,250')).toEqual([0.25]);
  });

  it('leaves its unit aside, before or after it', () => {
    expect(readNumbers('5 kg', 'kg')).toEqual([5]);
    expect(readNumbers('5KG', 'kg')).toEqual([5]);
    expect(readNumbers('€ 5', '€')).toEqual([5]);
    expect(readNumbers('50 %', '%')).toEqual([50]);
    expect(readNumbers('20 °C', '°C')).toEqual([20]);
  });

  it('reads back what each language of the interface writes', () => {
    const written = fc.record({
      lang: fc.constantFrom(...langs),
      cents: fc.integer({ min: -1e9, max: 1e9 }),
    });
    fc.assert(
      fc.property(written, ({ lang, cents }) => {
        const value = cents / 100;
        const text = new Intl.NumberFormat(lang === 'ar' ? 'ar-EG' : lang).format(value);
        expect(readNumbers(text)).toContainEqual(value);
      }),
    );
  });

  it('never throws and never takes long, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const value of readNumbers(text, 'kg')) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
