import { addDays, dayOf } from '../../../platform/time/clock.ts';
import type { RunDay } from '../course-document/course-document.ts';

/** The eight states of a run, each told in plain words. */
export const runStates = [
  'opens-on',
  'open-starts-on',
  'started-still-open',
  'self-paced-open',
  'closed-running',
  'ended',
  'archived-readable',
  'to-be-announced',
] as const;
export type RunState = (typeof runStates)[number];

/** What is known of a run. Days end in the run's zone. */
export interface RunFacts {
  readonly pacing: 'self' | 'scheduled';
  readonly start?: RunDay | undefined;
  readonly end?: RunDay | undefined;
  readonly enrolmentStart?: RunDay | undefined;
  readonly enrolmentEnd?: RunDay | undefined;
  readonly zone?: string | undefined;
  readonly declared?: 'open' | 'closed' | 'archived' | 'cancelled' | 'to-be-announced' | undefined;
  /** The source no longer lists it: nobody can count on it any more. */
  readonly gone?: boolean | undefined;
}

export interface StateOfRun {
  readonly state: RunState;
  /** The day that goes with the state: opens on, starts on, last day to join, or ended on. */
  readonly day?: RunDay | undefined;
}

/** One can enrol today. */
export const isJoinable = (state: RunState): boolean =>
  state === 'open-starts-on' || state === 'started-still-open' || state === 'self-paced-open';

/** A dated run without an end says nothing any more after this long. */
const silentAfterDays = 550;

/** Last day of what a RunDay covers: the day itself, or the last of its month. */
export function lastDayOf(day: RunDay): string {
  if (day.precision === 'day') return day.on;
  const [year = 0, month = 1] = day.on.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

interface View {
  readonly today: string;
  readonly now: Date;
}

/** Not yet reached: the instant where one is known, else the day (a month is reached when it is over). */
const isAhead = (day: RunDay, view: View): boolean =>
  day.at ? new Date(day.at) > view.now : lastDayOf(day) > view.today;
/** Over: after the instant, or after the last day. */
const isOver = (day: RunDay, view: View): boolean =>
  day.at ? new Date(day.at) <= view.now : lastDayOf(day) < view.today;

/** Today where the run takes place; an unknown zone counts as UTC. */
export function todayFor(zone: string | undefined, now: Date): string {
  try {
    return dayOf(now, zone);
  } catch {
    return dayOf(now);
  }
}

/** The state of a run at an instant. */
export function stateOfRun(run: RunFacts, now: Date): StateOfRun {
  const view: View = { today: todayFor(run.zone, now), now };
  const { start, end, declared } = run;
  if (declared === 'archived') return { state: 'archived-readable', day: end };
  if (run.gone || declared === 'cancelled' || (end && isOver(end, view))) return { state: 'ended', day: end };
  if (declared === 'to-be-announced') return { state: 'to-be-announced' };
  if (start && isAhead(start, view)) return beforeStart(run, start, view);
  if (run.pacing === 'self') return selfPaced(run, view);
  return start ? afterStart(run, start, view) : undated(run, view);
}

function beforeStart(run: RunFacts, start: RunDay, view: View): StateOfRun {
  const { enrolmentStart, enrolmentEnd } = run;
  if (enrolmentStart && isAhead(enrolmentStart, view)) return { state: 'opens-on', day: enrolmentStart };
  if (run.declared === 'closed' || (enrolmentEnd && isOver(enrolmentEnd, view)))
    return { state: 'closed-running', day: start };
  return { state: 'open-starts-on', day: start };
}

function selfPaced(run: RunFacts, view: View): StateOfRun {
  const { enrolmentStart, enrolmentEnd, end } = run;
  if (enrolmentStart && isAhead(enrolmentStart, view)) return { state: 'opens-on', day: enrolmentStart };
  if (run.declared === 'closed' || (enrolmentEnd && isOver(enrolmentEnd, view)))
    return { state: 'closed-running', day: end };
  return { state: 'self-paced-open', day: enrolmentEnd ?? end };
}

/** Where a source names no last day to enrol, one can join until the end: so do the platforms that leave it blank. */
function afterStart(run: RunFacts, start: RunDay, view: View): StateOfRun {
  const { enrolmentStart, enrolmentEnd, end, declared } = run;
  if (declared === 'closed' || (enrolmentEnd && isOver(enrolmentEnd, view)))
    return { state: 'closed-running', day: end };
  if (enrolmentStart && isAhead(enrolmentStart, view)) return { state: 'opens-on', day: enrolmentStart };
  const isSilent =
    !end && !enrolmentEnd && declared !== 'open' && addDays(start.on, silentAfterDays) < view.today;
  return isSilent ? { state: 'ended' } : { state: 'started-still-open', day: enrolmentEnd ?? end };
}

function undated(run: RunFacts, view: View): StateOfRun {
  const { enrolmentStart, enrolmentEnd, end, declared } = run;
  if (enrolmentStart && isAhead(enrolmentStart, view)) return { state: 'opens-on', day: enrolmentStart };
  if (declared === 'closed' || (enrolmentEnd && isOver(enrolmentEnd, view)))
    return { state: 'closed-running', day: end };
  return declared === 'open'
    ? { state: 'self-paced-open', day: enrolmentEnd ?? end }
    : { state: 'to-be-announced' };
}
