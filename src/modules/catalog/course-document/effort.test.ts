import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEffort, readEffort } from './effort.ts';

describe('how long and how much', () => {
  test.each([
    ['2–3 hours per week', { minHoursPerWeek: 2, maxHoursPerWeek: 3 }],
    ['5-10 hours/week', { minHoursPerWeek: 5, maxHoursPerWeek: 10 }],
    ['2 to 4 hours a week', { minHoursPerWeek: 2, maxHoursPerWeek: 4 }],
    ['7 hrs/wk', { minHoursPerWeek: 7, maxHoursPerWeek: 7 }],
    ['4h/semaine', { minHoursPerWeek: 4, maxHoursPerWeek: 4 }],
    ['3 à 4 heures par semaine', { minHoursPerWeek: 3, maxHoursPerWeek: 4 }],
    ['5 horas por semana', { minHoursPerWeek: 5, maxHoursPerWeek: 5 }],
    ['6 Stunden pro Woche', { minHoursPerWeek: 6, maxHoursPerWeek: 6 }],
    ['2 часа в неделю', { minHoursPerWeek: 2, maxHoursPerWeek: 2 }],
    ['每周3小时', { minHoursPerWeek: 3, maxHoursPerWeek: 3 }],
    ['90 minutes per week', { minHoursPerWeek: 1.5, maxHoursPerWeek: 1.5 }],
    ['6 Weeks', { weeks: 6 }],
    ['3-4 Weeks', { weeks: 4 }],
    ['3 mois', { weeks: 13 }],
    ['2 ans', { weeks: 104 }],
    ['1 year', { weeks: 52 }],
    ['4 Days', { weeks: 0.6 }],
    ['6周', { weeks: 6 }],
    ['4 weeks of study, 2-5 hours/week', { minHoursPerWeek: 2, maxHoursPerWeek: 5, weeks: 4 }],
    ['6–8 hours per week, for 12 weeks', { minHoursPerWeek: 6, maxHoursPerWeek: 8, weeks: 12 }],
    ['about 20 hours', { totalHours: 20 }],
    ['1 hour 30 minutes', { totalHours: 1.5 }],
    ['1:30:00', { totalHours: 1.5 }],
    ['45 min', { totalHours: 0.75 }],
    ['PT30H', { totalHours: 30 }],
    ['PT1H30M', { totalHours: 1.5 }],
    ['P6W', { weeks: 6 }],
    ['P3M', { weeks: 13 }],
    ['P10D', { weeks: 1.4 }],
    ['P1Y', { weeks: 52 }],
  ])('%j', (value, effort) => {
    expect(readEffort(value)).toEqual({ effort });
  });

  test('a bare number has the unit of its field', () => {
    expect(readEffort(1080, 'minutes')).toEqual({ effort: { totalHours: 18 } });
    expect(readEffort('7', 'weeks')).toEqual({ effort: { weeks: 7 } });
    expect(readEffort(4, 'hours-per-week')).toEqual({ effort: { minHoursPerWeek: 4, maxHoursPerWeek: 4 } });
    expect(readEffort('2-4', 'hours-per-week')).toEqual({
      effort: { minHoursPerWeek: 2, maxHoursPerWeek: 4 },
    });
    expect(readEffort(7)).toMatchObject({ problem: 'a number without a unit: "7"' });
  });

  test.each(['Self paced', '300 hours per week', '9999 weeks', {}, [], 'x'.repeat(1000), '1:99:00'])(
    '%j is a problem',
    (value) => {
      expect(readEffort(value)).toMatchObject({
        problem: expect.stringMatching(/^not an effort or a length: /),
      });
    },
  );

  test.each([null, undefined, '', 0, '0', '0h', 'PT0S'])('%j says nothing', (value) => {
    expect(readEffort(value)).toBeUndefined();
  });

  test('figures that cannot be are told, bounds are put in order', () => {
    expect(checkEffort({ minHoursPerWeek: 7, maxHoursPerWeek: 5, weeks: 9_000 })).toEqual({
      effort: { minHoursPerWeek: 5, maxHoursPerWeek: 7 },
      problems: ['minimum above maximum, exchanged: "7 > 5"', 'not a plausible weeks: "9000"'],
    });
  });

  test('any range of hours and weeks comes out as it went in', () => {
    const hours = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(hours, hours, fc.integer({ min: 1, max: 100 }), (a, b, weeks) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const effort = { minHoursPerWeek: from, maxHoursPerWeek: to, weeks };
        expect(readEffort(`${weeks} weeks, ${from}-${to} hours per week`)).toEqual({ effort });
      }),
    );
  });

  test('nothing makes it fail', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readEffort(value, 'weeks')));
  });
});
