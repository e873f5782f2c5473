import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, daysBetween } from './clock.ts';

const slowly = (day: string, count: number): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
};
const days = fc
  .integer({ min: Date.UTC(1000, 0, 1) / 86_400_000, max: Date.UTC(3000, 0, 1) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

it('counts days as the calendar does', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
      expect(addDays(day, count)).toBe(slowly(day, count));
      expect(daysBetween(day, slowly(day, count))).toBe(count);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2023-02-28', 1, '2023-03-01'],
  ['1900-02-28', 1, '1900-03-01'],
  ['2000-02-29', 366, '2001-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['1970-01-01', -1, '1969-12-31'],
])('%s and %i days are %s', (from, count, to) => {
  expect(addDays(from, count)).toBe(to);
});
