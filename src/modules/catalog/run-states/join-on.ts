import { dayOf } from '../../../platform/time/clock.ts';
import type { RunDay } from '../course-document/course-document.ts';
import { isJoinable, lastDayOf, type RunFacts, stateOfRun } from './run-state.ts';

/** What stands between somebody and beginning a course on a given day. */
export type JoiningOn =
  | { readonly kind: 'open' }
  /** One can join only until this day, which is earlier. */
  | { readonly kind: 'closes-before'; readonly day: string }
  /** It begins later than that. */
  | { readonly kind: 'starts-later'; readonly day: string }
  /** The run that is open then ends this day. */
  | { readonly kind: 'ends'; readonly day: string }
  /** Nothing that is known today is open then. */
  | { readonly kind: 'not-open' };

/**
 * Whether a course can be begun on a day (ISO), from what is known of its runs now; `until` is the last day of the plan
 * for it, where one is known.
 */
export function joiningOn(
  runs: readonly RunFacts[],
  day: string,
  { now, until }: { readonly now: Date; readonly until?: string | undefined },
): JoiningOn {
  const then = new Date(`${day}T12:00:00Z`);
  const open = runs
    .map((run) => ({ run, ...stateOfRun(run, then) }))
    .filter(({ state }) => isJoinable(state));
  const begun = open.filter(({ state }) => state !== 'open-starts-on');
  if (begun.length > 0)
    return endOf(
      begun.map(({ run }) => run),
      until,
    );
  const later = earliest(open.map(({ run }) => run.start));
  if (later) return { kind: 'starts-later', day: later.on };
  const last = lastToJoin(runs, dayOf(now), day);
  if (last !== undefined) return { kind: 'closes-before', day: last };
  return { kind: 'not-open' };
}

/** One run that goes on long enough is enough. */
function endOf(runs: readonly RunFacts[], until: string | undefined): JoiningOn {
  const ends = runs.map((run) => (run.end ? lastDayOf(run.end) : undefined));
  if (until === undefined || ends.some((end) => end === undefined || end >= until)) return { kind: 'open' };
  return {
    kind: 'ends',
    day:
      ends
        .filter((end) => end !== undefined)
        .sort()
        .at(-1) ?? until,
  };
}

/** The latest day on which one could still join before the wished one; from today on. */
function lastToJoin(runs: readonly RunFacts[], today: string, wished: string): string | undefined {
  return runs
    .filter((run) => !run.gone && (run.declared === undefined || run.declared === 'open'))
    .flatMap((run) => run.enrolmentEnd ?? run.end ?? [])
    .map(lastDayOf)
    .filter((last) => last >= today && last < wished)
    .sort()
    .at(-1);
}

const earliest = (days: readonly (RunDay | undefined)[]): RunDay | undefined =>
  days.filter((day) => day !== undefined).sort((a, b) => (a.on < b.on ? -1 : 1))[0];
