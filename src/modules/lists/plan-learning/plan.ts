import { addDays, daysBetween } from '../../../platform/time/clock.ts';
import { type CourseRow, type JoiningOn, joiningOn } from '../../catalog/index.ts';
import type { ListedCourse } from '../read-lists/listed-courses.ts';

/** What one should know before keeping to the plan. */
export type PlanWarning =
  | Exclude<JoiningOn, { readonly kind: 'open' }>
  /** A course that this one builds on comes later, or is not over yet. */
  | { readonly kind: 'needs-first'; readonly title: string }
  | { readonly kind: 'archived' };

export interface PlannedCourse {
  readonly listed: ListedCourse;
  /** Hours of the whole course; undefined where nobody says. */
  readonly totalHours?: number | undefined;
  /** Hours a week: the plan's own, else what the course announces. */
  readonly pace?: number | undefined;
  /** First and last day, ISO dates; no last day where the length is unknown. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly warnings: readonly PlanWarning[];
}

export interface WeekLoad {
  /** Its Monday, ISO date. */
  readonly monday: string;
  /** Hours, to a half. */
  readonly hours: number;
  readonly courses: number;
}

export interface Plan {
  readonly courses: readonly PlannedCourse[];
  /** Every week from the first start to the last end. */
  readonly weeks: readonly WeekLoad[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A plan longer than this is drawn to here. */
const mostWeeks = 156;

/** A list laid out in time. `now` says what is known of runs today. */
export function planOf(items: readonly ListedCourse[], now: Date): Plan {
  const timed = items.map((listed) => timedCourse(listed));
  const courses = timed.map((each) => ({ ...each, warnings: warningsOf(each, timed, now) }));
  const dated = courses.filter((each) => each.from !== undefined);
  const from = dated.map((each) => each.from ?? '').sort()[0];
  const to = dated
    .map((each) => each.to ?? each.from ?? '')
    .sort()
    .at(-1);
  return { courses, weeks: from && to ? weeksOf(dated, from, to) : [], from, to };
}

type Timed = Omit<PlannedCourse, 'warnings'>;

function timedCourse(listed: ListedCourse): Timed {
  const announced = listed.course && announcedEffort(listed.course);
  const pace = listed.hoursAWeek ?? announced?.pace;
  const totalHours = announced?.totalHours;
  const days = lengthInDays({ pace, totalHours, weeks: announced?.weeks });
  const from = listed.startOn ?? undefined;
  return { listed, totalHours, pace, from, to: from && days ? addDays(from, days - 1) : undefined };
}

interface Announced {
  readonly weeks?: number | undefined;
  readonly pace?: number | undefined;
  readonly totalHours?: number | undefined;
}

/** What the course says of the time that it takes; the middle of a range. */
function announcedEffort({ document: { effort } }: CourseRow): Announced {
  if (!effort) return {};
  const { minHoursPerWeek: least, maxHoursPerWeek: most, weeks } = effort;
  const ends = [least ?? most, most ?? least].filter((hours) => hours !== undefined);
  const pace = ends.length > 0 ? ends.reduce((sum, hours) => sum + hours, 0) / ends.length : undefined;
  const totalHours = effort.totalHours ?? (pace !== undefined && weeks ? pace * weeks : undefined);
  return { weeks, pace, totalHours };
}

/** Hours by pace where both are known, else the weeks that are announced. */
function lengthInDays({ weeks, pace, totalHours }: Announced): number | undefined {
  if (totalHours && pace) return Math.max(1, Math.ceil((totalHours / pace) * 7 - 1e-9));
  return weeks ? Math.max(1, Math.ceil(weeks * 7)) : undefined;
}

function warningsOf(each: Timed, all: readonly Timed[], now: Date): PlanWarning[] {
  const { from, to, listed } = each;
  const { course } = listed;
  if (!course || from === undefined) return [];
  if (course.state === 'archived') return [{ kind: 'archived' }, ...needed(each, all)];
  const joining = joiningOn(course.runs, from, { now, until: to });
  return [...(joining.kind === 'open' ? [] : [joining]), ...needed(each, all)];
}

/** Courses of the same plan that this one builds on, and that are not over when it begins. */
function needed({ listed, from = '' }: Timed, all: readonly Timed[]): PlanWarning[] {
  const ids = new Set(listed.course?.wanted.flatMap(({ found }) => found?.id ?? []));
  return all
    .filter(({ listed: other }) => other.course && ids.has(other.course.id))
    .filter((other) => other.from === undefined || (other.to ?? other.from) >= from)
    .map((other) => ({ kind: 'needs-first', title: other.listed.course?.title ?? other.listed.title }));
}

/** Monday of the week of a day. */
export function mondayOf(day: string): string {
  // 5 January 1970 was a Monday
  const since = daysBetween('1970-01-05', day);
  return addDays(day, -(((since % 7) + 7) % 7));
}

function weeksOf(courses: readonly Timed[], from: string, to: string): WeekLoad[] {
  const first = mondayOf(from);
  const count = Math.min(mostWeeks, Math.floor(daysBetween(first, to) / 7) + 1);
  return Array.from({ length: count }, (_, at) => {
    const monday = addDays(first, at * 7);
    const shares = courses.map((course) => shareOf(course, monday)).filter((hours) => hours > 0);
    const hours = shares.reduce((sum, share) => sum + share, 0);
    return { monday, hours: Math.round(hours * 2) / 2, courses: shares.length };
  });
}

/** Hours of a course in a week: its pace, by the days of the week on which it is under way. */
function shareOf({ pace, from, to }: Timed, monday: string): number {
  if (!pace || !from || !to) return 0;
  const sunday = addDays(monday, 6);
  const days = daysBetween(from > monday ? from : monday, to < sunday ? to : sunday) + 1;
  return days > 0 ? (pace * Math.min(7, days)) / 7 : 0;
}

/**
 * Starts that lay the courses one after the other from a day on, at one pace; four weeks are left for a course whose
 * length nobody says.
 */
export function oneAfterTheOther(
  items: readonly ListedCourse[],
  { from, hours }: { readonly from: string; readonly hours: number },
): { readonly id: string; readonly startOn: string; readonly hoursAWeek: number }[] {
  let next = from;
  return items.map((listed) => {
    const { to } = timedCourse({ ...listed, startOn: next, hoursAWeek: hours });
    const placed = { id: listed.id, startOn: next, hoursAWeek: hours };
    next = addDays(to ?? addDays(next, 27), 1);
    return placed;
  });
}
