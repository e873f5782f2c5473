import { csvLine } from '../../../platform/text/csv-line.ts';
import type { CostLine, RunClaim, RunDay, SubjectClaim } from '../course-document/course-document.ts';
import { majorUnits } from './amounts.ts';
import type { ExportCourse } from './export-course.ts';

/**
 * The catalogue as a table: UTF-8 with a byte order mark (so that spreadsheets read accents), commas, CRLF, one course a
 * row. Lists are parted by "|", days are ISO days or YYYY-MM, prices are written "49.90 EUR" or "9.00 EUR per month".
 * A cell that a spreadsheet could take for a formula is preceded by an apostrophe; our importer takes it off.
 *
 * Not carried: translations, all runs but the newest with its title, address and language, cost lines beyond access (or
 * else subscription) and certificate, the days on which prices were checked, the exact instants of days, labels of
 * coded subjects, codes of skills, roles of instructors, all that is known of providers beyond names and the
 * first one's address, courses among the prerequisites, what a run declares of itself.
 */
export async function* exportCsv(courses: AsyncIterable<ExportCourse>): AsyncGenerator<string> {
  yield `\ufeff${csvLine(csvExportColumns.map(([name]) => name))}`;
  for await (const course of courses) yield csvLine(csvExportColumns.map(([, cell]) => cell(course) ?? ''));
}

type CellOf = (course: ExportCourse) => string | number | undefined;

/** Name and content of each column, in their order; names never change, new columns go to the end. */
export const csvExportColumns: readonly (readonly [name: string, cell: CellOf])[] = [
  ['id', (course) => course.id],
  ['title', (course) => course.title],
  ['summary', (course) => course.summary],
  ['description', (course) => course.description],
  ['language', (course) => listed(course.languages)],
  ['subtitles', (course) => listed(course.subtitles)],
  ['level', (course) => course.level],
  ['type', typeOf],
  ['certificate', (course) => (course.certificate === 'none' ? 'no' : course.certificate)],
  ['price', (course) => price(course.costs, 'access') ?? price(course.costs, 'subscription')],
  ['certificate price', (course) => price(course.costs, 'certificate')],
  ['effort', effortOf],
  ['length', (course) => course.effort?.weeks],
  ['total hours', (course) => course.effort?.totalHours],
  ['run id', (course) => newestRun(course)?.key],
  ['start', (course) => dayOf(newestRun(course)?.start)],
  ['end', (course) => dayOf(newestRun(course)?.end)],
  ['enrolment start', (course) => dayOf(newestRun(course)?.enrolmentStart)],
  ['enrolment end', (course) => dayOf(newestRun(course)?.enrolmentEnd)],
  ['provider', (course) => listed(course.providers?.map((one) => one.name))],
  ['provider url', (course) => course.providers?.[0]?.url],
  ['instructors', (course) => listed(course.instructors?.map((one) => one.name))],
  [
    'subjects',
    (course) => listed(course.subjects?.flatMap((one) => (one.scheme === 'label' ? (one.label ?? []) : []))),
  ],
  ['formacode', (course) => codes(course.subjects, 'formacode')],
  ['rome', (course) => codes(course.subjects, 'rome')],
  ['nsf', (course) => codes(course.subjects, 'nsf')],
  ['isced-f', (course) => codes(course.subjects, 'isced-f')],
  ['skills', (course) => listed(course.skills?.map((one) => one.label))],
  ['prerequisites', (course) => (course.prerequisites?.nothing ? 'none' : course.prerequisites?.text)],
  ['syllabus', (course) => course.syllabus?.join('\n')],
  ['outcomes', (course) => course.outcomes?.join('\n')],
  ['url', (course) => course.url],
  ['image', (course) => course.imageUrl],
  ['video', (course) => course.videoUrl],
  ['licence', (course) => course.licence],
  ['rating', (course) => course.rating?.mean],
  ['rating count', (course) => course.rating?.count],
  ['enrolled', (course) => course.enrolledCount],
  ['platform', (course) => course.platform.name],
  ['platform url', (course) => course.platform.url],
  ['catalogue entry', (course) => course.pageUrl],
  ['updated', (course) => course.updatedAt],
];

/** Kind, format and pacing in words: "MOOC, online, self-paced". */
function typeOf(course: ExportCourse): string {
  const pacing = newestRun(course)?.pacing;
  const words = [course.kind?.toUpperCase(), course.format, pacing === 'self' ? 'self-paced' : pacing];
  return words.filter(Boolean).join(', ');
}

function effortOf(course: ExportCourse): string | undefined {
  const { minHoursPerWeek: least, maxHoursPerWeek: most } = course.effort ?? {};
  const [from, to] = [least ?? most, most ?? least];
  if (from === undefined || to === undefined) return undefined;
  return `${from === to ? from : `${from}-${to}`} hours per week`;
}

function price(costs: readonly CostLine[] | undefined, kind: CostLine['kind']): string | undefined {
  const line = costs?.find((one) => one.kind === kind);
  if (!line) return undefined;
  return `${majorUnits(line)} ${line.currency}${line.per === undefined ? '' : ` per ${line.per}`}`;
}

/** The run that begins last; without any day, the first. */
export function newestRun(course: ExportCourse): RunClaim | undefined {
  const runs = course.runs ?? [];
  return runs.reduce<RunClaim | undefined>((newest, run) => {
    return newest === undefined || (run.start?.on ?? '') > (newest.start?.on ?? '') ? run : newest;
  }, undefined);
}

function dayOf(day: RunDay | undefined): string | undefined {
  return day?.precision === 'month' ? day.on.slice(0, 7) : day?.on;
}

function codes(
  subjects: readonly SubjectClaim[] | undefined,
  scheme: SubjectClaim['scheme'],
): string | undefined {
  return listed(subjects?.flatMap((one) => (one.scheme === scheme ? (one.code ?? []) : [])));
}

/** A lone entry that holds a mark at which lists are split is closed by the mark that is sure. */
function listed(entries: readonly string[] | undefined): string | undefined {
  if (!entries || entries.length === 0) return undefined;
  const clean = entries.map((entry) => entry.replaceAll('|', '/'));
  const [only] = clean;
  return clean.length === 1 && only !== undefined && /[,;/•\-–—&\n，；、،]|\s(?:and|et|und)\s/.test(only)
    ? `${only}|`
    : clean.join('|');
}
