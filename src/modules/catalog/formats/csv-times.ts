import type { Effort, RunClaim } from '../course-document/course-document.ts';
import type { EffortUnit } from '../course-document/effort.ts';
import type { CsvRow } from './csv-row.ts';
import { present, type RecordReader } from './record-reader.ts';

const selfPaced =
  /self[- ]?paced|self[- ]?study|own (?:time|pace|schedule)|on[- ]demand|any ?time|votre rythme|autoformation|auto-?rythm|permanente|tu (?:propio )?ritmo|seu (?:próprio )?ritmo|autoinstru|selbst|jederzeit|в своём темпе|в своем темпе|в любое время|самостоятельн|自定|随时|随到随学|ذاتي/i;
const scheduled =
  /instructor[- ]?(?:led|paced)|schedule|cohort|synchron|live|session|dates? fixes?|calendrier|con fechas|programad|turma|termin|по расписанию|定期|按期|مجدول/i;

/** Whether the words say that one goes at one's own pace, or on a schedule. */
export function pacingOf(text: string | undefined): 'self' | 'scheduled' | undefined {
  if (text === undefined) return undefined;
  if (selfPaced.test(text)) return 'self';
  return scheduled.test(text) ? 'scheduled' : undefined;
}

const units: ReadonlySet<string> = new Set<EffortUnit>(['minutes', 'hours', 'hours-per-week', 'weeks']);
const isUnit = (unit: string | undefined): unit is EffortUnit => unit !== undefined && units.has(unit);

/** The unit of a bare number in a duration column: weeks when the effort a week has a column of its own. */
const durationUnit = (row: CsvRow): EffortUnit | undefined => (row.has('effort') ? 'weeks' : undefined);

export function readTimes(reader: RecordReader, row: CsvRow): Effort | undefined {
  const read = (field: 'effort' | 'length' | 'duration', usual: EffortUnit | undefined): Effort => {
    const cell = row.cell(field);
    return reader.effort(cell?.text, isUnit(cell?.unit) ? cell.unit : usual) ?? {};
  };
  const effort = {
    ...read('duration', durationUnit(row)),
    ...read('length', 'weeks'),
    ...read('effort', 'hours-per-week'),
  };
  return Object.keys(effort).length > 0 ? effort : undefined;
}

export type DayOrder = 'day-first' | 'month-first';

/** How "04/05/2021" is meant in this file, told from its days above 12; undefined when they do not tell. */
export function dayOrderOf(days: readonly string[]): DayOrder | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const day of days) {
    const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(day);
    if (match && Number(match[1]) > 12) dayFirst += 1;
    else if (match && Number(match[2]) > 12) monthFirst += 1;
  }
  if (dayFirst === monthFirst) return undefined;
  return monthFirst > dayFirst ? 'month-first' : 'day-first';
}

/** The run that a row tells of: its days, or only that one goes at one's own pace. */
export function readRun(
  reader: RecordReader,
  row: CsvRow,
  order: DayOrder | undefined,
): RunClaim | undefined {
  const path = 'runs[0]';
  const options = order === undefined ? undefined : { order };
  const day = (name: string, field: 'start' | 'end' | 'enrolment-start' | 'enrolment-end') => {
    const text = row.text(field);
    // "Self-paced" or "Anytime" in a column of days is no wrong day.
    return pacingOf(text) === 'self' ? undefined : reader.day(`${path}.${name}`, text, options);
  };
  const start = day('start', 'start');
  const pacing = pacingOf(row.text('type')) ?? pacingOf(row.text('start'));
  const key = row.text('run-key');
  const days = {
    start,
    end: day('end', 'end'),
    enrolmentStart: day('enrolmentStart', 'enrolment-start'),
    enrolmentEnd: day('enrolmentEnd', 'enrolment-end'),
  };
  const told = Object.values(days).some((one) => one !== undefined);
  if (!told && pacing === undefined && key === undefined) return undefined;
  return present<RunClaim>({
    key: key ?? start?.on ?? (pacing === 'self' ? 'self' : 'scheduled'),
    pacing: pacing ?? 'scheduled',
    ...days,
  });
}
