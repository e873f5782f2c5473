import type { RunClaim, RunDay } from '../course-document/course-document.ts';
import { at, listOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import { present, type RecordReader } from './record-reader.ts';

/** Richie writes an end that nobody has set as the last day it can think of; that is no mistake to report. */
function dayOrNever(read: RecordReader, field: string, value: unknown): RunDay | undefined {
  return textOf(value)?.startsWith('9999-12-3') ? undefined : read.day(field, value);
}

/** Runs have no key of their own here: the start makes one, counted where two start on the same day. */
function keyOf(start: RunDay | undefined, id: string | undefined, used: Set<string>): string {
  const base = id ?? start?.on ?? 'unscheduled';
  let key = base;
  for (let count = 2; used.has(key); count++) key = `${base}-${count}`;
  used.add(key);
  return key;
}

function readRun(read: RecordReader, run: RawObject, index: number, used: Set<string>): RunClaim {
  const field = `runs[${index}]`;
  const start = read.day(`${field}.start`, run['start']);
  const end = dayOrNever(read, `${field}.end`, run['end']);
  const [language] = read.languages(`${field}.language`, run['languages']) ?? [];
  return present<RunClaim>({
    key: keyOf(start, textOf(run['resource_link']) ?? textOf(run['id']), used),
    // What has a start but never an end is open to all at any time.
    pacing: start && !end && textOf(run['end']) !== undefined ? 'self' : 'scheduled',
    title: read.name(`${field}.title`, run['title']),
    url: read.link(`${field}.url`, run['resource_link']),
    language,
    start,
    end,
    enrolmentStart: dayOrNever(read, `${field}.enrolmentStart`, run['enrollment_start']),
    enrolmentEnd: dayOrNever(read, `${field}.enrolmentEnd`, run['enrollment_end']),
    declared: start ? undefined : 'to-be-announced',
  });
}

/** What the state's date means, and what the state itself says, by its priority (0 first in Richie's lists). */
const states: readonly {
  readonly date?: 'start' | 'enrolmentEnd';
  readonly declared?: RunClaim['declared'];
}[] = [
  { date: 'enrolmentEnd', declared: 'open' },
  { date: 'start' },
  { date: 'enrolmentEnd', declared: 'archived' },
  { date: 'start' },
  { date: 'start', declared: 'closed' },
  { declared: 'closed' },
  { declared: 'archived' },
  { declared: 'to-be-announced' },
];

/** Older versions tell one thing only: the state of the best run, with the date that matters in it. */
function readState(read: RecordReader, state: RawObject): RunClaim | undefined {
  const known = states[Number(state['priority'] ?? Number.NaN)];
  if (!known) return undefined;
  const date = at(state, 'datetime') ?? at(state, 'date_time');
  const day = known.date && dayOrNever(read, `runs[0].${known.date}`, date);
  const forever = known.date === 'enrolmentEnd' && known.declared === 'open' && !day;
  return present<RunClaim>({
    key: 'current',
    pacing: forever ? 'self' : 'scheduled',
    declared: known.declared,
    ...(known.date && day && { [known.date]: day }),
  });
}

/** The runs of a Richie course, or the one run that its state tells of. */
export function readRichieRuns(read: RecordReader, raw: RawObject): readonly RunClaim[] {
  const used = new Set<string>();
  const runs = objectsOf(raw['course_runs']).map((run, index) => readRun(read, run, index, used));
  if (runs.length > 0) return runs;
  return listOf(raw['state']).flatMap((state) => readState(read, state as RawObject) ?? []);
}
