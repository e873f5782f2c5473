import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysInMonth, isCalendarDay, readDay } from './days.ts';

const dayOf = (value: unknown) => {
  const reading = readDay(value);
  return reading && 'day' in reading ? reading.day : reading;
};

describe('a day as feeds write it', () => {
  test.each([
    ['2015-08-08', '2015-08-08'],
    ['2015-8-8', '2015-08-08'],
    ['2015/08/08', '2015-08-08'],
    ['20150808', '2015-08-08'],
    [20150808, '2015-08-08'],
    ['08/08/2015', '2015-08-08'],
    ['12.05.2025', '2025-05-12'],
    ['5 septembre 2025', '2025-09-05'],
    ['1er août 2025', '2025-08-01'],
    ['Sept. 5th, 2025', '2025-09-05'],
    ['Monday, 5 May 2025', '2025-05-05'],
    ['lundi 5 mai 2025', '2025-05-05'],
    ['5 de mayo de 2025', '2025-05-05'],
    ['7. März 2025', '2025-03-07'],
    ['5 сентября 2025 г.', '2025-09-05'],
    ['2025年9月5日', '2025-09-05'],
    ['2020-01-01 10:00', '2020-01-01'],
  ])('%j is the day %s', (value, on) => {
    expect(dayOf(value)).toEqual({ on, precision: 'day' });
  });

  test.each([
    ['2015-08-08T00:00:00Z', '2015-08-08', '2015-08-08T00:00:00.000Z'],
    ['2018-12-19T15:50:34.466621Z', '2018-12-19', '2018-12-19T15:50:34.000Z'],
    ['2020-01-01 10:00:00 UTC', '2020-01-01', '2020-01-01T10:00:00.000Z'],
    ['Wed, 02 Oct 2002 13:00:00 GMT', '2002-10-02', '2002-10-02T13:00:00.000Z'],
    ['Wed, 02 Oct 2002 13:00:00 EST', '2002-10-02', '2002-10-02T18:00:00.000Z'],
    [1447095621493, '2015-11-09', '2015-11-09T19:00:21.493Z'],
    ['1447095621493', '2015-11-09', '2015-11-09T19:00:21.493Z'],
    [1673352000, '2023-01-10', '2023-01-10T12:00:00.000Z'],
  ])('%j is %s at %s', (value, on, at) => {
    expect(dayOf(value)).toEqual({ on, precision: 'day', at });
  });

  test('the day is the one of the written offset, the instant is exact', () => {
    expect(dayOf('2016-10-15T00:00:00+02:00')).toEqual({
      on: '2016-10-15',
      precision: 'day',
      at: '2016-10-14T22:00:00.000Z',
    });
  });

  test('an instant in UTC is read in the zone that the feed is known to mean', () => {
    const reading = readDay('2025-03-01T23:30:00Z', { zone: 'Europe/Paris' });
    expect(reading).toEqual({ day: { on: '2025-03-02', precision: 'day', at: '2025-03-01T23:30:00.000Z' } });
    expect(readDay('2025-03-01T23:30:00Z', { zone: 'Nowhere/Land' })).toMatchObject({
      day: { on: '2025-03-01' },
    });
  });

  test.each([
    'September 2025',
    '2025-09',
    '09/2025',
    'sept. 2025',
    'septembre 2025',
    'septiembre de 2025',
    'setembro de 2025',
    'Сентябрь 2025',
    '2025年9月',
  ])('%j is known to its month', (value) => {
    expect(dayOf(value)).toEqual({ on: '2025-09-01', precision: 'month' });
  });

  test('day first unless the feed is known to be American', () => {
    expect(dayOf('04/05/2021')).toMatchObject({ on: '2021-05-04' });
    expect(readDay('04/05/2021', { order: 'month-first' })).toMatchObject({ day: { on: '2021-04-05' } });
    expect(readDay('03/15/2021')).toEqual({ problem: 'not a calendar day: "03/15/2021"' });
  });
});

describe('what is no day', () => {
  test.each([
    '2021-02-31',
    '2021-02-29',
    '31/04/2021',
    '20211301',
    20211301,
    '2021-13',
    '2021-00-10',
    'TBA',
    '2025',
    'fall 2025',
    'self-paced',
    {},
    [],
    true,
    '12',
    NaN,
    'x'.repeat(500),
  ])('%j is a problem', (value) => {
    expect(readDay(value)).toMatchObject({
      problem: expect.stringMatching(/^not a (calendar day|plausible year): /),
    });
  });

  test.each([
    '0000-00-00',
    '0000-00-00 00:00:00',
    '1970-01-01',
    '1970-01-01T00:00:00Z',
    0,
    '1999-11-30T00:00:00+01:00',
    '0001-01-01T00:00:00Z',
    '1900-01-01',
  ])('%j is a filler, and said so', (value) => {
    expect(readDay(value)).toMatchObject({
      problem: expect.stringMatching(/^a filler for an unknown day: /),
    });
  });

  test.each(['9999-12-31', '2999-12-31', '1066-10-14', 4859740800])('%j is not a plausible year', (value) => {
    expect(readDay(value)).toMatchObject({ problem: expect.stringMatching(/^not a plausible year: /) });
  });

  test.each([null, undefined, '', '  ', '00000000', '99999999', 99999999])('%j says nothing', (value) => {
    expect(readDay(value)).toBeUndefined();
  });
});

describe('for every value', () => {
  const realDay = fc
    .date({ min: new Date('1980-01-02'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
    .filter((on) => on !== '1999-11-30');

  test('a real day is read the same from all its spellings, never shifted', () => {
    fc.assert(
      fc.property(realDay, (on) => {
        const [year, month, day] = on.split('-');
        const spellings = [
          on,
          `${on}T23:59:59+09:00`,
          `${on}T00:00:01-05:00`,
          `${year}${month}${day}`,
          `${day}/${month}/${year}`,
        ];
        for (const spelling of spellings) expect(readDay(spelling)).toMatchObject({ day: { on } });
      }),
    );
  });

  test('an answer is always a real calendar day', () => {
    const part = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
    const dayLike = fc
      .tuple(fc.integer({ min: 1900, max: 2200 }), part, part)
      .map(([y, m, d]) => `${y}-${m}-${d}`);
    fc.assert(
      fc.property(fc.oneof(dayLike, fc.anything(), fc.string(), fc.integer()), (value) => {
        const reading = readDay(value);
        if (reading && 'day' in reading) expect(isCalendarDay(reading.day.on)).toBe(true);
        else if (reading) expect(reading.problem).toMatch(/\S: ("|a list|an object)/);
      }),
    );
  });
});

test('months have their days, leap years included', () => {
  expect([daysInMonth(2024, 2), daysInMonth(2023, 2), daysInMonth(2000, 2), daysInMonth(2100, 2)]).toEqual([
    29, 28, 29, 28,
  ]);
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
});
