import { addDays, daysBetween } from '../../../platform/time/clock.ts';
import { startOfDay } from '../../../platform/calendar/zone-offsets.ts';
import type { NewsValue } from '../../notify/index.ts';
import type { RunDay } from '../course-document/course-document.ts';
import type { RunBrief } from '../resolve-course/changed-runs.ts';
import { isJoinable, type StateOfRun, stateOfRun, todayFor } from '../run-states/run-state.ts';
import { opensKey, type Told } from './news-of-fact.ts';

/** How far ahead days are looked for, and how long a missed one is still told. */
export const daysAhead = 7;
export const daysBack = 2;

interface Scene {
  readonly id: string;
  readonly run: RunBrief;
  readonly state: StateOfRun;
  /** Today where the run takes place. */
  readonly today: string;
}

/**
 * What is to be told of a run because its days come near, nothing else having changed: it opens; it starts in a week or
 * today; its last day to enrol is a week or two days ahead. Days are those of the run's own zone. A job that missed a
 * day tells it later, as long as it is still true.
 */
export function nearDays(id: string, run: RunBrief, now: Date): Told[] {
  const state = stateOfRun(run, now);
  if (state.state === 'ended' || state.state === 'archived-readable') return [];
  const scene: Scene = { id, run, state, today: todayFor(run.zone, now) };
  return [...opening(scene), ...starting(scene), ...closing(scene)];
}

function opening({ id, run, state, today }: Scene): Told[] {
  const { enrolmentStart, start } = run;
  if (!enrolmentStart || !isJoinable(state.state)) return [];
  const since = daysBetween(enrolmentStart.on, today);
  if (since < 0 || since > daysBack) return [];
  return [
    {
      want: 'opens',
      key: opensKey(id, start),
      ...(start
        ? { sentence: 'catalog.news.enrolment-open', values: { start: told(start, run) } }
        : { sentence: 'catalog.news.enrolment-open.undated' }),
      until: endOf(addDays(today, daysAhead), run),
    },
  ];
}

function starting({ run, today }: Scene): Told[] {
  const { start } = run;
  if (start?.precision !== 'day') return [];
  const left = daysBetween(today, start.on);
  const step = left === 0 ? 'day' : left > daysBack && left <= daysAhead ? 'week' : undefined;
  if (step === undefined) return [];
  return [
    {
      want: 'starts',
      key: `starts-${step}:${start.on}`,
      sentence: step === 'day' ? 'catalog.news.starts-today' : 'catalog.news.starts-soon',
      values: { start: told(start, run) },
      until: endOf(start.on, run),
    },
  ];
}

function closing({ run, state, today }: Scene): Told[] {
  const { enrolmentEnd } = run;
  if (enrolmentEnd?.precision !== 'day' || !isJoinable(state.state)) return [];
  const left = daysBetween(today, enrolmentEnd.on);
  if (left < 0 || left > daysAhead || (left > 2 && left < 5)) return [];
  return [
    {
      want: 'closes',
      key: `closes-${left > 2 ? 'week' : 'days'}:${enrolmentEnd.on}`,
      sentence: 'catalog.news.closes',
      values: { last: told(enrolmentEnd, run) },
      until: enrolmentEnd.at ? new Date(enrolmentEnd.at) : endOf(enrolmentEnd.on, run),
    },
  ];
}

/** With the hour on the run's clock where it is known, since readers live elsewhere. */
const told = ({ on, precision, at }: RunDay, { zone }: RunBrief): NewsValue =>
  at && zone ? { instant: at, zone } : { day: on, precision };

/** The first instant of the day after, where the run takes place. */
const endOf = (day: string, { zone }: RunBrief): Date => startOfDay(zone ?? 'UTC', addDays(day, 1));
