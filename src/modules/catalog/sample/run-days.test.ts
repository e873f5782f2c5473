import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseDocument, RunClaim } from '../course-document/course-document.ts';
import { sampleCatalogue } from './expand.ts';
import { addDays, daysBetween, weekdayOf } from './run-days.ts';

const someDay = '2026-12-01';
const documents = sampleCatalogue(someDay).courses.map(({ document }) => document);
const anyDay = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** What a visitor would be told of a run on a day. */
function stateOf(run: RunClaim, today: string): string {
  if (run.declared === 'archived' || run.declared === 'cancelled') return run.declared;
  if (run.pacing === 'self') return 'self-paced open';
  if (!run.start || run.declared === 'to-be-announced') return 'to be announced';
  if (run.end && run.end.on < today) return 'ended';
  if (run.enrolmentStart && run.enrolmentStart.on > today) return 'opens on';
  if (run.start.on > today) return 'open and starts on';
  return run.enrolmentEnd && run.enrolmentEnd.on >= today ? 'started and still open' : 'closed and running';
}

const eightStates = [
  'opens on',
  'open and starts on',
  'started and still open',
  'self-paced open',
  'closed and running',
  'ended',
  'archived',
  'to be announced',
];

/** Runs of a history are dated by year and month; all others by their place. */
const ownRuns = (document: CourseDocument) =>
  document.runs?.filter(({ key }) => key.startsWith('run-')) ?? [];

describe('the runs of the sample', () => {
  it('show each of the eight states, and a start within a week, on whatever day it is installed', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const runs = sampleCatalogue(today).courses.flatMap(({ document }) => ownRuns(document));
        const states = new Set(runs.map((run) => stateOf(run, today)));
        const thisWeek = runs.some(({ start }) => start && start.on > today && start.on <= addDays(today, 7));
        expect([...states]).toEqual(expect.arrayContaining(eightStates));
        expect(thisWeek).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('keep their state on every day of the week', () => {
    const statesOn = (today: string) =>
      sampleCatalogue(today).courses.flatMap(({ document }) =>
        ownRuns(document).map((run) => `${document.key} ${run.key}: ${stateOf(run, today)}`),
      );
    const first = statesOn(someDay);
    for (const days of [1, 2, 3, 4, 5, 6, 60, 91]) expect(statesOn(addDays(someDay, days))).toEqual(first);
  });

  it('are in order: enrolment opens, the course starts, it ends, and one joins in between', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        for (const { document } of sampleCatalogue(today).courses) {
          for (const { key, enrolmentStart, start, enrolmentEnd, end } of document.runs ?? []) {
            const inOrder = (...days: (typeof start)[]) => {
              const known = days.flatMap((one) => (one ? [one.on] : []));
              expect(known, `${document.key} ${key}`).toEqual(known.toSorted());
            };
            inOrder(enrolmentStart, start, end);
            inOrder(enrolmentStart, enrolmentEnd, end);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('ask to join before the start where people meet for a few days', () => {
    const met = documents.filter(({ format, effort }) => format === 'on-site' && effort?.totalHours);
    expect(met.length).toBeGreaterThan(0);
    for (const { key, runs = [] } of met) {
      expect(
        runs.filter(({ start, enrolmentEnd }) => enrolmentEnd!.on >= start!.on),
        key,
      ).toEqual([]);
    }
  });

  it('start from Monday to Thursday and never share a key within a course', () => {
    for (const { key, runs = [] } of documents) {
      expect(new Set(runs.map((run) => run.key)).size, key).toBe(runs.length);
      const starts = runs.flatMap(({ start }) => (start?.precision === 'day' ? [weekdayOf(start.on)] : []));
      expect(
        starts.filter((weekday) => weekday > 4),
        key,
      ).toEqual([]);
    }
  });

  it('have histories long enough to predict from: the same month, five years in a row', () => {
    const past = documents.map(({ runs = [] }) => runs.filter(({ key }) => /^\d{4}-\d\d$/.test(key)));
    const fiveInARow = past.filter((runs) =>
      [...Map.groupBy(runs, ({ key }) => key.slice(5)).values()].some((same) => same.length >= 5),
    );
    expect(fiveInARow.length).toBeGreaterThanOrEqual(10);
    expect(past.flat().every(({ start }) => start!.on <= someDay)).toBe(true);
  });

  it('never overlap within a course', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        for (const { document } of sampleCatalogue(today).courses) {
          const starts = (document.runs ?? []).flatMap(({ start }) => (start ? [start.on] : [])).toSorted();
          const gaps = starts.slice(1).map((start, at) => daysBetween(starts[at]!, start));
          expect(Math.min(...gaps, 365), document.key).toBeGreaterThan(20);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('leave some courses with nothing but their history, for which a next run can only be predicted', () => {
    const onlyHistory = documents.filter((document) => ownRuns(document).length === 0);
    expect(onlyHistory.length).toBeGreaterThanOrEqual(6);
  });

  it('include months without a day and a run that was cancelled', () => {
    const runs = documents.flatMap(({ runs = [] }) => runs);
    expect(runs.some(({ start }) => start?.precision === 'month')).toBe(true);
    expect(runs.some(({ declared }) => declared === 'cancelled')).toBe(true);
  });
});
