import { dayOf } from '../../../platform/time/clock.ts';
import type { RunDay } from '../course-document/course-document.ts';
import type { RunOfCourse } from '../read-courses/course-row.ts';
import { availabilityOf } from '../run-states/availability.ts';
import { isJoinable, lastDayOf, stateOfRun } from '../run-states/run-state.ts';
import { sayRun, sayState } from '../run-states/say-state.ts';
import type { AvailabilityJson, RunDayJson, RunJson } from './schemas/run-schemas.ts';
import type { Speaker } from './speaker.ts';

export const runDayJson = (day: RunDay | undefined): RunDayJson | undefined =>
  day && {
    on: day.on,
    precision: day.precision,
    at: day.at ? new Date(day.at).toISOString() : undefined,
  };

/** One run in the words of today. */
export function runJson(run: RunOfCourse, { t, now }: Speaker): RunJson {
  const stateNow = stateOfRun(run, now);
  return {
    id: run.id,
    pacing: run.pacing,
    title: run.title,
    url: run.url,
    language: run.language,
    start: runDayJson(run.start),
    end: runDayJson(run.end),
    enrolmentStart: runDayJson(run.enrolmentStart),
    enrolmentEnd: runDayJson(run.enrolmentEnd),
    zone: run.zone,
    state: stateNow.state,
    text: sayRun(t, stateNow, run, dayOf(now)).text,
    joinable: isJoinable(stateNow.state),
    gone: run.gone ?? false,
  };
}

/** What one can do with a course today. */
export function availabilityJson(runs: readonly RunOfCourse[], { t, now }: Speaker): AvailabilityJson {
  const availability = availabilityOf(runs, now);
  const { state, run, startsOn, predicted } = availability;
  const last = isJoinable(state) ? run?.enrolmentEnd : undefined;
  return {
    state,
    text: sayState(t, availability, dayOf(now)).text,
    joinable: isJoinable(state),
    startsOn: runDayJson(startsOn),
    lastDayToJoin: last && lastDayOf(last),
    predicted: predicted && { ...predicted },
  };
}
