import { daysBetween } from '../../../platform/time/clock.ts';
import { canonicalJson } from '../course-document/document-hash.ts';
import type { RunBrief } from '../resolve-course/changed-runs.ts';
import { isJoinable, stateOfRun } from '../run-states/run-state.ts';
import type { ChangeFact, RunDayName } from './change-facts.ts';

export interface ChangedRun {
  readonly id: string;
  readonly before?: RunBrief | undefined;
  readonly after: RunBrief;
}

/** Sources that name a run by its day give it another name when the day slips: further away it is another run. */
const slipsAtMost = 92;
const dayNames: readonly RunDayName[] = ['start', 'enrolmentStart', 'enrolmentEnd', 'end'];

const isLive = (run: RunBrief | undefined, now: Date): run is RunBrief =>
  run !== undefined && stateOfRun(run, now).state !== 'ended';

/** What happened to the runs of a course. A run that went and one that came instead, near by, are one whose days moved. */
export function runFacts(changes: readonly ChangedRun[], now: Date): ChangeFact[] {
  const came = changes.filter(({ before, after }) => !isLive(before, now) && isLive(after, now));
  const went = changes.filter(({ before, after }) => isLive(before, now) && after.gone);
  const [only, instead] = [went[0], came[0]];
  const isRenamed = went.length === 1 && came.length === 1 && only && instead && areNear(only, instead);
  const facts = changes.flatMap((change) => {
    if (!isRenamed) return oneRun(change, now);
    if (change === only) return [];
    return oneRun(change === instead ? { ...change, before: only.before } : change, now);
  });
  return facts;
}

function areNear({ before }: ChangedRun, { after }: ChangedRun): boolean {
  if (before?.pacing !== after.pacing || !before.start || !after.start) return false;
  return Math.abs(daysBetween(before.start.on, after.start.on)) <= slipsAtMost;
}

function oneRun({ id, before, after }: ChangedRun, now: Date): ChangeFact[] {
  const about = { run: id, start: after.start ?? before?.start };
  const [was, is] = [isLive(before, now), isLive(after, now)];
  if (!was && !is) return [];
  if (!was || !before)
    return [after.pacing === 'self' && !after.start ? { kind: 'own-pace' } : { kind: 'new-run', ...about }];
  if (after.declared === 'cancelled')
    return before.declared === 'cancelled' ? [] : [{ kind: 'run-cancelled', ...about }];
  if (after.gone) return [{ kind: 'run-withdrawn', ...about }];
  const days = dayNames.flatMap((what): ChangeFact[] => {
    const [from, to] = [before[what], after[what]];
    return canonicalJson(from ?? null) === canonicalJson(to ?? null) ||
      (from?.on === to?.on && from?.precision === to?.precision)
      ? []
      : [{ kind: 'day', what, run: id, before: from, after: to }];
  });
  return [...days, ...enrolmentFacts(before, after, now, about)];
}

/** Whether one can join, where it is not the days that say so: the source declared it. */
function enrolmentFacts(
  before: RunBrief,
  after: RunBrief,
  now: Date,
  about: { run: string; start: RunBrief['start'] },
): ChangeFact[] {
  if (before.declared === after.declared) return [];
  const [could, can] = [before, after].map((run) => isJoinable(stateOfRun(run, now).state));
  if (could === can) return [];
  return [{ kind: can ? 'enrolment-open' : 'enrolment-closed', ...about }];
}
