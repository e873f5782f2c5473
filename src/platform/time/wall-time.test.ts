import { expect, it } from 'vitest';
import { instantOf, isZone, wallTimeOf } from './wall-time.ts';

it.each([
  ['2026-12-01', '09:30', 'Europe/Paris', '2026-12-01T08:30:00.000Z'],
  ['2026-07-01', '09:30', 'Europe/Paris', '2026-07-01T07:30:00.000Z'],
  ['2026-07-01', '00:15', 'Asia/Kathmandu', '2026-06-30T18:30:00.000Z'],
  ['2026-12-01', '23:00', 'America/Sao_Paulo', '2026-12-02T02:00:00.000Z'],
  ['2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29', '03:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
  ['2026-12-01', '09:30', 'UTC', '2026-12-01T09:30:00.000Z'],
])('%s %s in %s', (day, time, zone, instant) => {
  expect(instantOf(day, time, zone)?.toISOString()).toBe(instant);
});

it.each([
  ['2026-02-30', '09:30', 'Europe/Paris'],
  ['2026-12-01', '25:00', 'Europe/Paris'],
  ['2026-12-01', '9:30', 'Europe/Paris'],
  ['tomorrow', '09:30', 'Europe/Paris'],
  ['2026-12-01', '09:30', 'Europe/Atlantis'],
  ['2026-12-01', '09:30', '+02:00'],
  ['', '', ''],
])('%s %s in %s is no time', (day, time, zone) => {
  expect(instantOf(day, time, zone)).toBeUndefined();
});

it('tells what a clock shows', () => {
  expect(wallTimeOf(new Date('2026-12-01T23:30:00Z'), 'Europe/Paris')).toEqual({
    day: '2026-12-02',
    time: '00:30',
  });
  expect(isZone('Europe/Paris')).toBe(true);
});
