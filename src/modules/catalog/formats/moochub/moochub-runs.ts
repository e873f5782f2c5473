import type { RunClaim, RunDay } from '../../course-document/course-document.ts';
import { shown } from '../../course-document/degradation.ts';
import { firstOf, listOf } from '../raw-value.ts';
import type { RawObject } from '../raw-value.ts';
import type { RecordReader } from '../record-reader.ts';
import { present } from '../record-reader.ts';

/**
 * Versions 1 and 2 give one start and one end, version 3 lists of both, of which the standard does not say how they
 * pair: each start takes the first end that is not before it and not after the next start. Enrolment days belong to
 * the last run. Without any day there is a run only when the course says that it is asynchronous.
 */
export function moochubRuns(r: RecordReader, a: RawObject, modes: readonly string[]): readonly RunClaim[] {
  const starts = daysOf(r, 'start', a['startDate']);
  const ends = daysOf(r, 'end', a['endDate']);
  const expired = daysOf(r, 'end', firstOf(a, 'expires', 'availableUntil')).every((day) => day.on < r.today);
  const isGone = expired && listOf(firstOf(a, 'expires', 'availableUntil')).length > 0;
  const enrolment = {
    enrolmentStart: r.day('runs[0].enrolmentStart', firstOf(a, 'applicationStartDate', 'doorTime')),
    enrolmentEnd: r.day('runs[0].enrolmentEnd', a['applicationDeadline']),
  };
  const pairs = paired(starts, ends);
  const unpaired = ends.filter((end) => !pairs.some((pair) => pair.end === end));
  for (const end of unpaired) r.note('runs', `an end without a start: ${shown(end.on)}`);
  if (pairs.length === 0 && !modes.includes('asynchronous') && !enrolment.enrolmentStart) return [];
  const dated = pairs.length > 0 ? pairs : [{ start: undefined, end: undefined }];
  return dated.map(({ start, end }, index) =>
    present<RunClaim>({
      key: start?.on ?? end?.on ?? 'self-paced',
      pacing: start === undefined && end === undefined ? 'self' : 'scheduled',
      start,
      end,
      ...(index === dated.length - 1 ? enrolment : {}),
      declared: isGone ? 'closed' : undefined,
    }),
  );
}

function daysOf(r: RecordReader, name: 'start' | 'end', value: unknown): readonly RunDay[] {
  const days = listOf(value).flatMap((one, index) => r.day(`runs[${index}].${name}`, one) ?? []);
  const seen = new Set<string>();
  return days
    .filter((day) => !seen.has(day.on) && seen.add(day.on))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

interface Dates {
  readonly start: RunDay | undefined;
  readonly end: RunDay | undefined;
}

function paired(starts: readonly RunDay[], ends: readonly RunDay[]): readonly Dates[] {
  if (starts.length === 0) return ends.map((end) => ({ start: undefined, end }));
  return starts.map((start, index) => {
    const next = starts[index + 1];
    // A single pair is what the source says even when it is upside down; later checks then tell it.
    const end =
      starts.length === 1 && ends.length === 1
        ? ends[0]
        : ends.find((one) => one.on >= start.on && (!next || one.on <= next.on));
    return { start, end };
  });
}
