import { daysBetween } from '../../../platform/time/clock.ts';
import type { RunDay } from '../course-document/course-document.ts';

/** A guess, always shown as one. */
export interface PredictedRun {
  /** First of the month in which the course has started before, ISO date. */
  readonly month: string;
  /** In how many different years it started then, of how many in which it could have. */
  readonly years: number;
  readonly ofYears: number;
}

/** A course that has not started for this long has no rhythm any more. */
const forgottenAfterDays = 800;
/** Only the last years tell how it goes today. */
const yearsRemembered = 6;
/** Less often than this and it is no rhythm. */
const leastShare = 0.5;

/**
 * The month in which a course probably starts again, from the days on which it started: the soonest month still ahead in
 * which it started in at least two years and in at least half of the years observed. A start some days before or
 * after the turn of a month counts for the month in which most of them are. Undefined when there is no such rhythm.
 */
export function predictNextRun(starts: readonly RunDay[], today: string): PredictedRun | undefined {
  const thisYear = Number(today.slice(0, 4));
  const past = starts.filter(
    (start) => start.on <= today && Number(start.on.slice(0, 4)) >= thisYear - yearsRemembered,
  );
  const latest = past
    .map((start) => start.on)
    .sort()
    .at(-1);
  if (!latest || daysBetween(latest, today) > forgottenAfterDays) return undefined;
  const firstYear = Math.min(...past.map((start) => Number(start.on.slice(0, 4))));
  for (let ahead = 0; ahead < 12; ahead += 1) {
    const month = monthAhead(today, ahead);
    const near = past.filter((start) => isNear(start, month));
    const within = near.filter((start) => start.on.slice(5, 7) === month.slice(5, 7));
    if (within.length * 2 < near.length) continue;
    const years = new Set(near.map((start) => yearNear(start, month)));
    const target = Number(month.slice(0, 4));
    if (years.has(target)) continue;
    const ofYears = target - Math.min(firstYear, ...years);
    if (years.size >= 2 && years.size / ofYears >= leastShare) return { month, years: years.size, ofYears };
  }
  return undefined;
}

function monthAhead(today: string, ahead: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 10);
}

/** Days around a month that still count as it. */
const tolerance = 6;

/** The year whose month of this name the start is in, or nearly in. */
function yearNear(start: RunDay, month: string): number {
  const year = Number(start.on.slice(0, 4));
  const number = Number(start.on.slice(5, 7)) - Number(month.slice(5, 7));
  return number === 11 ? year + 1 : number === -11 ? year - 1 : year;
}

function isNear(start: RunDay, month: string): boolean {
  const place = `${yearNear(start, month)}${month.slice(4)}`;
  const last = new Date(Date.UTC(Number(place.slice(0, 4)), Number(place.slice(5, 7)), 0))
    .toISOString()
    .slice(0, 10);
  const slack = start.precision === 'day' ? tolerance : 0;
  return daysBetween(place, start.on) >= -slack && daysBetween(start.on, last) >= -slack;
}
