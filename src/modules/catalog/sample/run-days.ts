import type { RunClaim } from '../course-document/course-document.ts';
import type { AuthoredRun } from './authored-listing.ts';

const dayMs = 86_400_000;
const daysToJoinByDefault = 13;
const daysOpenBeforeStart = 45;

const toMs = (day: string) => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The ISO day `days` after `day` (before it when negative). */
export const addDays = (day: string, days: number) => toDay(toMs(day) + days * dayMs);

/** Days from one ISO day to another, whichever comes first. */
export const daysBetween = (one: string, other: string) => Math.abs(toMs(one) - toMs(other)) / dayMs;

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string) => ((new Date(toMs(day)).getUTCDay() + 6) % 7) + 1;

/** The first `weekday` on or after `day`. */
const onOrAfter = (day: string, weekday: number) => addDays(day, (weekday - weekdayOf(day) + 7) % 7);

/** The last `weekday` on or before `day`. */
const onOrBefore = (day: string, weekday: number) => addDays(day, -((weekdayOf(day) - weekday + 7) % 7));

/** Away from today, so that rounding never turns a run to come into a run that started, nor the reverse. */
const awayFromToday = (today: string, offset: number, weekday: number) =>
  offset > 0 ? onOrAfter(addDays(today, offset), weekday) : onOrBefore(addDays(today, offset), weekday);

/** Sunday of the last week of a run. */
const lastDay = (start: string, weeks: number) => addDays(onOrBefore(start, 1), weeks * 7 - 1);

const day = (on: string) => ({ on, precision: 'day' as const });

/** How a course's runs are dated: on which weekday they start, and how long they last unless they say. */
interface Habit {
  readonly today: string;
  readonly weekday: number;
  readonly weeks: number;
}

type DatedRun = Extract<AuthoredRun, { at: number }>;
type YearlyRuns = Extract<AuthoredRun, { every: unknown }>;

/** Enrolment opens on the day its author gave, else some weeks before the start and never after today. */
function enrolmentStart(run: DatedRun, start: string, today: string): string {
  if (run.opens !== undefined) return awayFromToday(today, run.opens, 1);
  const weeksBefore = addDays(start, -daysOpenBeforeStart);
  return onOrBefore(weeksBefore < today ? weeksBefore : addDays(today, -10), 1);
}

/** A history: one run each year in the same month or months. */
export const isYearly = (run: AuthoredRun): run is YearlyRuns => typeof run === 'object' && 'every' in run;

function datedRun(run: DatedRun, habit: Habit, key: string): RunClaim {
  const start = awayFromToday(habit.today, run.at, habit.weekday);
  const end = lastDay(start, run.weeks ?? habit.weeks);
  const join = onOrAfter(addDays(start, run.join ?? daysToJoinByDefault), 7);
  return {
    key,
    pacing: 'scheduled',
    start: day(start),
    end: day(end),
    enrolmentStart: day(enrolmentStart(run, start, habit.today)),
    enrolmentEnd: day(join < end ? join : end),
    ...(run.lang === undefined ? {} : { language: run.lang }),
    ...(run.name === undefined ? {} : { title: run.name }),
  };
}

function monthRun(months: number, today: string, key: string): RunClaim {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = toDay(Date.UTC(year, month - 1 + months, 1));
  return { key, pacing: 'scheduled', start: { on: first, precision: 'month' } };
}

function yearlyRuns(run: YearlyRuns, { today, weekday }: Habit): RunClaim[] {
  const thisYear = Number(today.slice(0, 4));
  const months = [run.every].flat();
  const starts = Array.from({ length: run.years + 1 }, (_, back) => thisYear - back).flatMap((year) =>
    months.map((month) => onOrAfter(toDay(Date.UTC(year, month - 1, run.day ?? 5)), weekday)),
  );
  return starts
    .filter((start) => start <= today)
    .sort((a, b) => (a < b ? 1 : -1))
    .slice(0, run.years * months.length)
    .map((start) => ({
      key: start.slice(0, 7),
      pacing: 'scheduled' as const,
      start: day(start),
      end: day(lastDay(start, run.weeks)),
      enrolmentStart: day(addDays(start, -daysOpenBeforeStart)),
      enrolmentEnd: day(onOrAfter(addDays(start, daysToJoinByDefault), 7)),
    }));
}

function closedRun(offset: number, weeks: number, habit: Habit, key: string): RunClaim {
  const start = awayFromToday(habit.today, offset, habit.weekday);
  return { key, pacing: 'scheduled', start: day(start), end: day(lastDay(start, weeks)) };
}

/**
 * The run claims that one authored run stands for, with days counted from `habit.today` (ISO day).
 * `position` (1 for the first) makes the key, so that the same sample written on another day has the same keys.
 */
export function runClaims(run: AuthoredRun, habit: Habit, position: number): RunClaim[] {
  const key = `run-${position}`;
  if (run === 'self') return [{ key, pacing: 'self', declared: 'open' }];
  if (run === 'tba') return [{ key, pacing: 'scheduled', declared: 'to-be-announced' }];
  if ('at' in run) return [datedRun(run, habit, key)];
  if ('month' in run) return [monthRun(run.month, habit.today, key)];
  if ('every' in run) return yearlyRuns(run, habit);
  if ('archived' in run) {
    return [{ ...closedRun(run.archived, run.weeks ?? habit.weeks, habit, key), declared: 'archived' }];
  }
  return [{ ...closedRun(run.cancelled, habit.weeks, habit, key), declared: 'cancelled' }];
}
