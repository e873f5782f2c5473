import type {
  CertificateKind,
  CostLine,
  CourseFormat,
  CourseKind,
  PrerequisiteClaim,
  SubjectClaim,
} from '../course-document/course-document.ts';
import { readCurrency } from '../course-document/money.ts';
import { textCaps } from '../course-document/plain-text.ts';
import { keyFromAddress, keyFromWords } from './address-key.ts';
import type { CsvField } from './csv-columns.ts';
import { type PriceReading, readPrice } from './csv-price.ts';
import type { CsvRow } from './csv-row.ts';
import { splitList, splitPeople, splitProviders, type SplitNames } from './csv-separators.ts';
import { splitSyllabus } from './syllabus-entries.ts';
import { type DayOrder, readRun, readTimes } from './csv-times.ts';
import type { FeedRecord } from './feed-format.ts';
import { RecordReader } from './record-reader.ts';

/** What the whole file tells about its cells. */
export interface CsvHabits {
  readonly today: string;
  /** Address of the file, against which relative links are read; absent for a local one. */
  readonly base?: string;
  /** What a record is known by. */
  readonly keyFrom: 'key' | 'url' | 'words';
  readonly hyphensPartNames: boolean;
  readonly dayOrder?: DayOrder;
  /** Currency of amounts that name none. */
  readonly currency?: string;
}

const yes = /^(?:true|yes|y|1|oui|o|si|sí|sim|s|ja|j|да|是|نعم|x|✓|free|gratuit|gratis)$/i;
const no = /^(?:false|no|n|0|non|não|nao|nein|нет|否|لا)$/i;

/** Access is free (true), paid (false), or it is not said. */
function freeAccess(row: CsvRow): boolean | undefined {
  const free = row.raw('free') ?? '';
  const paid = row.raw('paid') ?? '';
  if (yes.test(free) || no.test(paid)) return true;
  return no.test(free) || yes.test(paid) ? false : undefined;
}

/** The first price column that says something; a second one repeats it in another form or currency. */
function priceFrom(
  reader: RecordReader,
  row: CsvRow,
  habits: CsvHabits,
  field: 'price' | 'certificate-price',
): PriceReading | undefined {
  const own = readCurrency(row.text('currency'));
  const before = reader.degraded.length;
  for (const { text, unit } of row.cells(field)) {
    const kind = field === 'price' ? 'access' : 'certificate';
    const reading = readPrice(reader, kind, text, readCurrency(unit) ?? own ?? habits.currency);
    if (!reading) continue;
    reader.degraded.length = before; // What another column could not say is said here.
    return reading;
  }
  return undefined;
}

function readCosts(reader: RecordReader, row: CsvRow, habits: CsvHabits): PriceReading {
  if (freeAccess(row) === true) {
    const access = reader.cost('access', '0', readCurrency(row.text('currency')) ?? habits.currency);
    const certificate = priceFrom(reader, row, habits, 'certificate-price');
    return { costs: [...(access ? [access] : []), ...(certificate?.costs ?? [])] };
  }
  const access = priceFrom(reader, row, habits, 'price');
  const certificate = priceFrom(reader, row, habits, 'certificate-price');
  const costs: CostLine[] = [...(access?.costs ?? []), ...(certificate?.costs ?? [])];
  const kind = access?.certificate ?? certificate?.certificate;
  return kind === undefined ? { costs } : { costs, certificate: kind };
}

function certificateKind(
  reader: RecordReader,
  row: CsvRow,
  prices: PriceReading,
): CertificateKind | undefined {
  const said = row.raw('certificate');
  if (said !== undefined && no.test(said)) return 'none';
  const line = prices.costs.find((cost) => cost.kind === 'certificate');
  const byPrice = prices.certificate ?? (line && (line.amount > 0 ? 'paid' : 'free'));
  return reader.certificate(row.text('certificate')) ?? byPrice;
}

function people(reader: RecordReader, field: string, split: SplitNames): readonly string[] {
  if (split.doubt !== undefined) reader.note(field, `${split.doubt}: "${split.names.join('", "')}"`);
  return split.names;
}

function readProviders(reader: RecordReader, row: CsvRow, habits: CsvHabits) {
  const url = reader.link('providers', row.text('provider-url'));
  const names = row
    .cells('provider')
    .flatMap(({ text }) => people(reader, 'providers', splitProviders(text, habits.hyphensPartNames)))
    .flatMap((name) => reader.name('providers', name) ?? []);
  return [...new Set(names)].map((name, index) =>
    url !== undefined && index === 0 ? { name, url } : { name },
  );
}

function readInstructors(reader: RecordReader, row: CsvRow, habits: CsvHabits) {
  const names = row
    .cells('instructors')
    .flatMap(({ text }) => people(reader, 'instructors', splitPeople(text, habits.hyphensPartNames)))
    .flatMap((name) => reader.name('instructors', name) ?? []);
  return [...new Set(names)].map((name) => ({ name }));
}

const codeLists: readonly (readonly [CsvField & SubjectClaim['scheme'], RegExp])[] = [
  ['formacode', /^\d{5}$/],
  ['rome', /^[A-N]\d{4}$/],
  ['nsf', /^\d{3}[a-z]?$/],
  ['isced-f', /^\d{2,4}$/],
];

function readSubjects(reader: RecordReader, row: CsvRow): readonly SubjectClaim[] {
  const labels = row.cells('subjects').flatMap(({ text }) => splitSubjects(text));
  const claims: SubjectClaim[] = [...new Set(labels)].flatMap((label) => {
    const name = reader.name('subjects', label);
    return name === undefined ? [] : [{ scheme: 'label' as const, label: name }];
  });
  for (const [scheme, pattern] of codeLists) {
    for (const code of row.cells(scheme).flatMap(({ text }) => text.split(/[\s,;|]+/))) {
      if (pattern.test(code)) claims.push({ scheme, code });
      else if (code !== '') reader.note('subjects', `not a code of ${scheme}: "${code}"`);
    }
  }
  return claims;
}

/** "Art, Design & Architecture" is one subject: a comma parts subjects only where no "&" or "and" ends the list. */
function splitSubjects(text: string): readonly string[] {
  return /,[^,]*(?:&|\band\b|\bet\b|\by\b|\be\b)/.test(text) && !/[|;[]/.test(text)
    ? [text]
    : splitList(text);
}

const nothingNeeded =
  /^(?:none|no|nothing|n\/a|aucune?|aucun prérequis|pas de prérequis|néant|ninguno?a?|nenhuma?|sin requisitos|keine|нет|无|لا شيء|no prerequisites?|there are no .{0,30}|not? required)[.!]?$/i;

function readPrerequisites(reader: RecordReader, row: CsvRow): PrerequisiteClaim | undefined {
  if (nothingNeeded.test(row.raw('prerequisites') ?? '')) return { nothing: true };
  const text = reader.text('prerequisites', row.text('prerequisites'));
  return text === undefined ? undefined : { text };
}

const kinds: readonly (readonly [RegExp, CourseKind])[] = [
  [/\bmooc\b|慕课/i, 'mooc'],
  [/\bspoc\b/i, 'spoc'],
  [/\bcooc\b/i, 'cooc'],
  [/\bsooc\b/i, 'sooc'],
];
const formats: readonly (readonly [RegExp, CourseFormat])[] = [
  [/blended|hybrid|mixte|semipresencial|смешан|混合|مدمج/i, 'blended'],
  [/on[- ]?site|in[- ]person|classroom|présentiel|presentiel|presencial|präsenz|очн|线下|حضوري/i, 'on-site'],
  [/online|on-line|en ligne|distan|e-?learning|virtual|онлайн|在线|线上|عن بعد|إلكتروني/i, 'online'],
];

const firstMatch = <T>(table: readonly (readonly [RegExp, T])[], text: string): T | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** "5.3k", "1,234", "12 345 students": people counted, 0 being what catalogues write when they do not know. */
function readCount(reader: RecordReader, field: string, text: string | undefined): number | undefined {
  const match = /^([\d\s.,]*\d)\s*([km])?\b/i.exec(text ?? '');
  if (!match)
    return text === undefined ? undefined : reader.note(field, `not a count: "${text.slice(0, 60)}"`);
  const scale = { k: 1000, m: 1_000_000 }[match[2]?.toLowerCase() ?? ''];
  const digits = match[1]!;
  const count = scale
    ? Math.round(Number(digits.replace(',', '.')) * scale)
    : Number(digits.replace(/\.0+$/, '').replace(/[\s.,]/g, ''));
  return count > 0 ? count : undefined;
}

function readRating(reader: RecordReader, row: CsvRow) {
  const text = row
    .text('rating')
    ?.replace(/\s*\/\s*5$/, '')
    .replace(',', '.');
  const mean = reader.number('rating', text);
  const count = readCount(reader, 'rating', row.text('rating-count'));
  if (mean === undefined || mean === 0) return undefined;
  if (count === undefined) return reader.note('rating', `a mean without its number of ratings: "${text}"`);
  return mean >= 1 && mean <= 5
    ? { mean, count }
    : reader.note('rating', `not a mark from 1 to 5: "${text}"`);
}

function readKey(row: CsvRow, habits: CsvHabits): string | undefined {
  const fromWords = (): string | undefined =>
    row.text('title') === undefined ? undefined : keyFromWords(row.text('provider'), row.text('title'));
  if (habits.keyFrom === 'words') return fromWords();
  const fromUrl = keyFromAddress(row.text('url'));
  return (habits.keyFrom === 'key' ? row.text('key') : undefined) ?? fromUrl ?? fromWords();
}

/** A summary that is too long for one is the description of a course that has none. */
function longSummary(row: CsvRow): string | undefined {
  const summary = row.text('summary');
  return summary !== undefined && summary.length > textCaps.summary ? summary : undefined;
}

/** The record that one row makes. */
export function readCsvCourse(row: CsvRow, habits: CsvHabits, rowProblem?: string): FeedRecord {
  const reader = new RecordReader(habits.today, habits.base);
  if (rowProblem !== undefined) reader.note('row', rowProblem);
  const type = row.text('type') ?? '';
  const prices = readCosts(reader, row, habits);
  const run = readRun(reader, row, habits.dayOrder);
  const list = (field: CsvField): readonly string[] =>
    row.cells(field).flatMap(({ text }) => splitList(text));
  const syllabus = row.text('syllabus');
  return reader.finish({
    key: readKey(row, habits),
    title: reader.title(row.text('title')),
    summary: reader.summary(row.text('summary')),
    description: reader.text('description', row.text('description') ?? longSummary(row)),
    syllabus: syllabus === undefined ? undefined : reader.lines('syllabus', splitSyllabus(syllabus)),
    outcomes: reader.lines(
      'outcomes',
      row
        .cells('outcomes')
        .map(({ text }) => text)
        .join('\n'),
    ),
    languages: reader.languages('languages', list('language')),
    subtitles: reader.languages('subtitles', list('subtitles')),
    level: reader.level(row.text('level')),
    kind: firstMatch(kinds, type),
    format: firstMatch(formats, type),
    certificate: certificateKind(reader, row, prices),
    costs: prices.costs,
    effort: readTimes(reader, row),
    providers: readProviders(reader, row, habits),
    instructors: readInstructors(reader, row, habits),
    subjects: readSubjects(reader, row),
    skills: list('skills').flatMap((label) => {
      const name = reader.name('skills', label);
      return name === undefined ? [] : [{ label: name }];
    }),
    prerequisites: readPrerequisites(reader, row),
    runs: run && [run],
    url: reader.link('url', row.text('url')),
    imageUrl: reader.link('imageUrl', row.text('image')),
    videoUrl: reader.link('videoUrl', row.text('video')),
    licence: reader.name('licence', row.text('licence')),
    rating: readRating(reader, row),
    enrolledCount: readCount(reader, 'enrolledCount', row.text('enrolled')),
  });
}
