import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costLine, currencyDigits, readCurrency, readMoney } from './money.ts';

describe('a price', () => {
  test.each([
    ['49 €', 4900, 'EUR'],
    ['149\u00a0€', 14900, 'EUR'],
    ['$49 USD', 4900, 'USD'],
    ['US$49.50', 4950, 'USD'],
    ['CA$ 20', 2000, 'CAD'],
    ['R$ 49,90', 4990, 'BRL'],
    ['1 299,00 EUR', 129900, 'EUR'],
    ['1\u202f299,00 €', 129900, 'EUR'],
    ['1,299.00 $', 129900, 'USD'],
    ['1.299,5 EUR', 129950, 'EUR'],
    ['1.299 EUR', 129900, 'EUR'],
    ['$3,500', 350000, 'USD'],
    ["CHF 1'200.-", 120000, 'CHF'],
    ['¥500', 500, 'JPY'],
    ['¥ 1,500', 1500, 'JPY'],
    ['KWD 1.250', 1250, 'KWD'],
    ['199元', 19900, 'CNY'],
    ['2 500 руб.', 250000, 'RUB'],
    ['eur 10', 1000, 'EUR'],
    ['USD 150.00', 15000, 'USD'],
  ])('%j', (value, amount, currency) => {
    expect(readMoney(value)).toEqual({ money: { amount, currency } });
  });

  test.each([
    'FREE',
    'free.',
    'Gratis',
    'gratuit',
    'Gratuito',
    'Kostenlos',
    'Бесплатно',
    '免费',
    '0',
    0,
    '0.00',
    '0 €',
  ])('%j is nothing to pay', (value) => {
    expect(readMoney(value)).toEqual({ money: { amount: 0, currency: 'EUR' } });
    expect(readMoney(value, 'usd')).toMatchObject({ money: { amount: 0 } });
  });

  test('a bare number needs a currency', () => {
    expect(readMoney(49.9, 'EUR')).toEqual({ money: { amount: 4990, currency: 'EUR' } });
    expect(readMoney('49.99', 'eur')).toEqual({ money: { amount: 4999, currency: 'EUR' } });
    expect(readMoney(49)).toEqual({ problem: 'a price without a currency: "49"' });
    expect(readMoney('49', 'XYZ')).toEqual({ problem: 'a price without a currency: "49"' });
  });

  test('what it buys, for a subscription', () => {
    expect(readMoney('39 $/month')).toEqual({ money: { amount: 3900, currency: 'USD', per: 'month' } });
    expect(readMoney('29,99 € par mois')).toEqual({ money: { amount: 2999, currency: 'EUR', per: 'month' } });
    expect(readMoney('€399 per year')).toEqual({ money: { amount: 39900, currency: 'EUR', per: 'year' } });
  });

  test.each([
    ['-5 EUR', /not a plausible price/],
    ['from $5 to $9', /more than one amount/],
    ['Free-Add a Verified Certificate for $49 USD', /free and an amount/],
    ['ask us', /not a price/],
    [{ amount: 3 }, /not a price: an object/],
    [Number.NaN, /without a currency|not a plausible/],
    ['99999999999999 €', /not a plausible price/],
    ['€'.repeat(500), /not a price/],
  ])('%j is a problem', (value, reason) => {
    expect(readMoney(value)).toMatchObject({ problem: expect.stringMatching(reason) });
  });

  test.each([null, undefined, '', ' '])('%j says nothing', (value) => {
    expect(readMoney(value)).toBeUndefined();
  });

  test('cents survive the way through floating point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')} EUR`;
        expect(readMoney(text)).toMatchObject({ money: { amount: cents } });
        expect(readMoney(cents / 100, 'EUR')).toMatchObject({ money: { amount: cents } });
      }),
    );
  });
});

test('currencies and their minor digits', () => {
  expect(readCurrency(' eur ')).toBe('EUR');
  expect(readCurrency('EUROS')).toBeUndefined();
  expect([currencyDigits('EUR'), currencyDigits('JPY'), currencyDigits('KWD')]).toEqual([2, 0, 3]);
});

test('a cost line carries the day on which it was checked', () => {
  expect(costLine('certificate', { amount: 4900, currency: 'USD' }, '2026-02-01')).toEqual({
    kind: 'certificate',
    amount: 4900,
    currency: 'USD',
    checkedOn: '2026-02-01',
  });
  expect(costLine('access', { amount: 0, currency: 'EUR' })).not.toHaveProperty('checkedOn');
});
