import { addDays, dayOf } from '../../../platform/time/clock.ts';
import type { RunDay } from '../course-document/course-document.ts';
import { predictNextRun, type PredictedRun } from './predict-next-run.ts';
import {
  isJoinable,
  lastDayOf,
  type RunFacts,
  type RunState,
  type StateOfRun,
  stateOfRun,
} from './run-state.ts';

/** What the start facet asks; a course may be several of these at once. */
export interface StartFlags {
  /** One can enrol today. */
  readonly open: boolean;
  /** A run that one can join, or will be able to, starts within 7 days. */
  readonly thisWeek: boolean;
  /** The same within 31 days. */
  readonly thisMonth: boolean;
  readonly selfPaced: boolean;
  /** Nothing to join, but the content can be read. */
  readonly archived: boolean;
}

export interface Availability<R extends RunFacts = RunFacts> {
  /** The state of the run that matters most today. */
  readonly state: RunState;
  readonly day?: RunDay | undefined;
  /** That run; absent when the course has none. */
  readonly run?: R | undefined;
  /** First day of that run, where it is dated. */
  readonly startsOn?: RunDay | undefined;
  readonly flags: StartFlags;
  /** When nothing is open: the month in which it probably comes back. */
  readonly predicted?: PredictedRun | undefined;
  /** The next day on which any of this may be different; absent when nothing is ahead. */
  readonly changesOn?: string | undefined;
}

/** Which run a visitor wants to hear of first. */
const order: Readonly<Record<RunState, number>> = {
  'open-starts-on': 0,
  'started-still-open': 1,
  'self-paced-open': 2,
  'opens-on': 3,
  'closed-running': 4,
  'archived-readable': 5,
  'to-be-announced': 6,
  ended: 7,
};
/** A start further away than this comes after what one can begin today. */
const farAwayDays = 60;

interface Judged<R> extends StateOfRun {
  readonly run: R;
}

/** What one can do with a course today, from all its runs. */
export function availabilityOf<R extends RunFacts>(runs: readonly R[], now: Date): Availability<R> {
  const today = dayOf(now);
  const judged = runs.map((run): Judged<R> => ({ run, ...stateOfRun(run, now) }));
  const best = judged.toSorted((a, b) => rank(a, today) - rank(b, today) || compareStarts(a, b))[0];
  const state = best?.state ?? 'to-be-announced';
  const predicted =
    isJoinable(state) || state === 'opens-on' ? undefined : predictNextRun(startsOf(runs), today);
  return {
    state,
    day: best?.day,
    run: best?.run,
    startsOn: best?.run.start,
    flags: flagsOf(judged, today),
    predicted,
    changesOn: nextChange(judged, today),
  };
}

const startsOf = (runs: readonly RunFacts[]): RunDay[] =>
  runs.flatMap((run) =>
    run.pacing === 'scheduled' && run.declared !== 'cancelled' && run.start ? [run.start] : [],
  );

function rank({ state, run }: Judged<RunFacts>, today: string): number {
  const far =
    state === 'open-starts-on' && run.start !== undefined && run.start.on > addDays(today, farAwayDays);
  return far ? 2.5 : order[state];
}

/** Among equals: what starts or started nearest to today; for what is over, the latest. */
function compareStarts(a: Judged<RunFacts>, b: Judged<RunFacts>): number {
  const [first, second] = [a.run.start?.on ?? '', b.run.start?.on ?? ''];
  const sooner = a.state === 'open-starts-on' || a.state === 'opens-on';
  return (first < second ? -1 : first > second ? 1 : 0) * (sooner ? 1 : -1);
}

function flagsOf(judged: readonly Judged<RunFacts>[], today: string): StartFlags {
  const startsWithin = (days: number) =>
    judged.some(
      ({ state, run }) =>
        (state === 'open-starts-on' || state === 'opens-on') &&
        run.start !== undefined &&
        run.start.on >= today &&
        run.start.on <= addDays(today, days),
    );
  const open = judged.some(({ state }) => isJoinable(state));
  return {
    open,
    thisWeek: startsWithin(7),
    thisMonth: startsWithin(31),
    selfPaced: judged.some(({ state }) => state === 'self-paced-open'),
    archived: !open && judged.some(({ state }) => state === 'archived-readable'),
  };
}

/** Days on which a state can turn: each known day, the one after it, and the windows of a week and a month before a start. */
function nextChange(judged: readonly Judged<RunFacts>[], today: string): string | undefined {
  const days = judged.flatMap(({ run }) => {
    const known = [run.start, run.end, run.enrolmentStart, run.enrolmentEnd].filter(
      (day) => day !== undefined,
    );
    const turns = known.flatMap((day) => [day.on, lastDayOf(day), addDays(lastDayOf(day), 1)]);
    const windows = run.start
      ? [-7, -31, -farAwayDays].map((days) => addDays(run.start?.on ?? today, days))
      : [];
    return [...turns, ...windows];
  });
  return days.filter((day) => day > today).sort()[0];
}
