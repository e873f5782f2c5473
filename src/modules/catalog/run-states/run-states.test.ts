import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunDay } from '../course-document/course-document.ts';
import { availabilityOf } from './availability.ts';
import { predictNextRun } from './predict-next-run.ts';
import { type RunFacts, runStates, stateOfRun } from './run-state.ts';

const now = new Date('2026-11-22T10:00:00Z');
const day = (on: string): RunDay => ({ on, precision: 'day' });
const month = (on: string): RunDay => ({ on: `${on}-01`, precision: 'month' });
const scheduled = (facts: Partial<RunFacts>): RunFacts => ({ pacing: 'scheduled', ...facts });
const self = (facts: Partial<RunFacts> = {}): RunFacts => ({ pacing: 'self', ...facts });

describe('stateOfRun', () => {
  it.each([
    ['opens-on', scheduled({ start: day('2027-01-12'), enrolmentStart: day('2026-12-01') }), '2026-12-01'],
    ['open-starts-on', scheduled({ start: day('2027-01-12') }), '2027-01-12'],
    [
      'started-still-open',
      scheduled({ start: day('2026-11-17'), enrolmentEnd: day('2026-12-01') }),
      '2026-12-01',
    ],
    ['started-still-open', scheduled({ start: day('2026-11-17'), end: day('2026-12-20') }), '2026-12-20'],
    ['self-paced-open', self(), undefined],
    ['self-paced-open', self({ start: day('2020-01-01') }), undefined],
    [
      'closed-running',
      scheduled({ start: day('2026-11-01'), enrolmentEnd: day('2026-11-08'), end: day('2026-12-20') }),
      '2026-12-20',
    ],
    [
      'closed-running',
      scheduled({ start: day('2026-12-01'), enrolmentEnd: day('2026-11-20') }),
      '2026-12-01',
    ],
    ['ended', scheduled({ start: day('2026-01-01'), end: day('2026-02-01') }), '2026-02-01'],
    ['ended', scheduled({ start: day('2019-01-01') }), undefined],
    ['ended', scheduled({ start: day('2027-01-01'), gone: true }), undefined],
    [
      'archived-readable',
      scheduled({ start: day('2026-01-01'), end: day('2026-02-01'), declared: 'archived' }),
      '2026-02-01',
    ],
    ['to-be-announced', scheduled({}), undefined],
    ['to-be-announced', scheduled({ declared: 'to-be-announced', start: day('2027-01-01') }), undefined],
  ] as const)('%s', (state, run, on) => {
    expect(stateOfRun(run, now)).toMatchObject(on ? { state, day: { on } } : { state });
  });

  it('lets the last day end in the zone of the run', () => {
    const run = scheduled({ start: day('2026-11-01'), enrolmentEnd: day('2026-11-21') });
    const evening = new Date('2026-11-22T04:00:00Z');
    expect(stateOfRun({ ...run, zone: 'America/New_York' }, evening).state).toBe('started-still-open');
    expect(stateOfRun({ ...run, zone: 'Europe/Paris' }, evening).state).toBe('closed-running');
    expect(stateOfRun({ ...run, zone: 'Nowhere/Land' }, evening).state).toBe('closed-running');
  });

  it('follows the instant where one is known', () => {
    const enrolmentEnd = { on: '2026-11-22', precision: 'day', at: '2026-11-22T09:00:00Z' } as const;
    expect(stateOfRun(scheduled({ start: day('2026-11-01'), enrolmentEnd }), now).state).toBe(
      'closed-running',
    );
  });

  it('does not take a month as begun before it is over', () => {
    expect(stateOfRun(scheduled({ start: month('2026-11') }), now).state).toBe('open-starts-on');
    expect(stateOfRun(scheduled({ start: month('2026-10') }), now).state).toBe('started-still-open');
  });
});

describe('availabilityOf', () => {
  it('prefers the start that is near, then what is open, then what will open', () => {
    const near = scheduled({ start: day('2026-12-01') });
    const far = scheduled({ start: day('2027-06-01') });
    const later = scheduled({ start: day('2027-01-01'), enrolmentStart: day('2026-12-15') });
    expect(availabilityOf([self(), later, near], now).run).toBe(near);
    expect(availabilityOf([far, later, self()], now).state).toBe('self-paced-open');
    expect(availabilityOf([far, later], now).run).toBe(far);
  });

  it('says which of the start facets a course is in', () => {
    expect(availabilityOf([scheduled({ start: day('2026-11-27') })], now).flags).toEqual({
      open: true,
      thisWeek: true,
      thisMonth: true,
      selfPaced: false,
      archived: false,
    });
    expect(availabilityOf([self({ declared: 'archived' })], now).flags).toMatchObject({
      open: false,
      archived: true,
    });
  });

  it('is to be announced without runs', () => {
    expect(availabilityOf([], now)).toMatchObject({ state: 'to-be-announced', changesOn: undefined });
  });

  it('names the next day on which it may differ: until then every day says the same', () => {
    const anyDay = fc
      .integer({ min: -80, max: 80 })
      .map((shift) => day(new Date(now.getTime() + shift * 86_400_000).toISOString().slice(0, 10)));
    const anyRun = fc.record(
      {
        pacing: fc.constantFrom('self' as const, 'scheduled' as const),
        start: anyDay,
        end: anyDay,
        enrolmentStart: anyDay,
        enrolmentEnd: anyDay,
        declared: fc.constantFrom('open' as const, 'closed' as const, 'archived' as const),
      },
      { requiredKeys: ['pacing'] },
    );
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 4 }), (runs) => {
        const first = availabilityOf(runs, now);
        const until = first.changesOn ?? '2027-12-31';
        for (
          const at = new Date(now);
          at.toISOString().slice(0, 10) < until;
          at.setUTCDate(at.getUTCDate() + 1)
        ) {
          const then = availabilityOf(runs, at);
          expect({ state: then.state, flags: then.flags }).toEqual({
            state: first.state,
            flags: first.flags,
          });
          expect(runStates).toContain(then.state);
        }
      }),
    );
  });
});

describe('predictNextRun', () => {
  const years = (list: number[], suffix: string) => list.map((year) => day(`${year}-${suffix}`));

  it('sees a yearly rhythm and says how often it held', () => {
    expect(predictNextRun(years([2022, 2023, 2025, 2026], '03-10'), '2026-11-22')).toEqual({
      month: '2027-03-01',
      years: 4,
      ofYears: 5,
    });
  });

  it('takes the sooner of two rhythms', () => {
    const starts = [...years([2024, 2025, 2026], '03-10'), ...years([2024, 2025], '12-02')];
    expect(predictNextRun(starts, '2026-11-22')?.month).toBe('2026-12-01');
  });

  it('counts starts around the turn of a month', () => {
    expect(
      predictNextRun([day('2024-02-27'), day('2025-03-04'), day('2026-03-02')], '2026-11-22'),
    ).toMatchObject({ years: 3 });
  });

  it('says nothing of a single run, of no rhythm, or of what has not run for years', () => {
    expect(predictNextRun([day('2026-03-10')], '2026-11-22')).toBeUndefined();
    expect(
      predictNextRun([day('2023-01-10'), day('2024-05-10'), day('2025-09-10')], '2026-11-22'),
    ).toBeUndefined();
    expect(predictNextRun(years([2020, 2021, 2022], '03-10'), '2026-11-22')).toBeUndefined();
  });
});
