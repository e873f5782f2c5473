import { keyFromAddress } from './address-key.ts';
import { foldHeader } from './csv-columns.ts';
import { type CsvHabits, readCsvCourse } from './csv-course.ts';
import { type CsvHeader, type CsvMapping, headerScore, noTitleColumn, readHeader } from './csv-header.ts';
import { type CsvRecord, CsvSplitter } from './csv-records.ts';
import { CsvRow, fitRow } from './csv-row.ts';
import { hyphensPartNames } from './csv-separators.ts';
import { dayOrderOf } from './csv-times.ts';
import {
  type FeedFormat,
  type FeedInput,
  type FeedOptions,
  type FeedRecord,
  FeedUnreadable,
} from './feed-format.ts';
import { textChunks } from './text-chunks.ts';

const delimiters = [',', ';', '\t', '|'] as const;
/** Characters from which the delimiter is told. */
const headLength = 65_536;
/** Lines that may stand above the header: a title, a date of export. */
const linesAboveHeader = 10;
/** Records from which the habits of the file are told. */
const sampleSize = 300;

const separatorLine = /^sep=(.)\r?\n/i;

function firstRecords(text: string, delimiter: string, most: number): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  for (const record of new CsvSplitter({ delimiter }).push(text)) {
    if (records.push(record) >= most) break;
  }
  // A file of one line has no line break that would end its record.
  return records.length > 0 ? records : [...new CsvSplitter({ delimiter }).push(`${text}\n`)].slice(0, 1);
}

interface Layout {
  readonly delimiter: string;
  /** Known columns of the best header line; 0 when no line names a title. */
  readonly score: number;
  /** The share of records as wide as their header. */
  readonly even: number;
}

function layoutWith(text: string, delimiter: string, mapping: CsvMapping): Layout {
  const records = firstRecords(text, delimiter, 40);
  const scores = records.slice(0, linesAboveHeader).map((record) => headerScore(record.fields, mapping));
  const best = Math.max(0, ...scores);
  const width = records[Math.max(0, scores.indexOf(best))]?.fields.length ?? 0;
  const even =
    width < 2 ? 0 : records.filter((record) => record.fields.length === width).length / records.length;
  return { delimiter, score: best, even };
}

/** The delimiter under which the header makes most sense, then the one that gives the evenest rows. */
function layoutOf(text: string, mapping: CsvMapping = {}): Layout {
  const told = separatorLine.exec(text)?.[1];
  const layouts = (told === undefined ? delimiters : [told]).map((one) => layoutWith(text, one, mapping));
  return layouts.reduce((best, one) => {
    if (one.score !== best.score) return one.score > best.score ? one : best;
    return one.even > best.even ? one : best;
  });
}

async function* recordsOf(input: FeedInput, mapping: CsvMapping): AsyncGenerator<CsvRecord | CsvSplitter> {
  let head = '';
  let splitter: CsvSplitter | undefined;
  const begin = (): CsvSplitter => {
    const { delimiter } = layoutOf(head, mapping);
    splitter = new CsvSplitter({ delimiter });
    return splitter;
  };
  for await (const piece of textChunks(input)) {
    if (splitter !== undefined) {
      yield* splitter.push(piece);
      continue;
    }
    head += piece;
    if (head.length < headLength) continue;
    yield begin();
    yield* splitter!.push(head.replace(separatorLine, ''));
  }
  if (splitter === undefined) {
    yield begin();
    yield* splitter!.push(head.replace(separatorLine, ''));
  }
  yield* splitter!.end();
}

interface Opened {
  readonly header: CsvHeader;
  readonly delimiter: string;
  readonly records: AsyncIterator<CsvRecord | CsvSplitter>;
}

/** Reads on to the header line. Throws FeedUnreadable when there is none with a title. */
async function open(input: FeedInput, mapping: CsvMapping): Promise<Opened> {
  const records = recordsOf(input, mapping)[Symbol.asyncIterator]();
  const splitter = (await records.next()).value as CsvSplitter;
  const seen: CsvRecord[] = [];
  while (seen.length < linesAboveHeader) {
    const next = await records.next();
    if (next.done) break;
    const record = next.value as CsvRecord;
    seen.push(record);
    if (headerScore(record.fields, mapping) === 0) continue;
    splitter.width = record.fields.length;
    const names = record.fields.map((name) => name.trim());
    return { header: readHeader(names, mapping), delimiter: splitter.delimiter, records };
  }
  await records.return?.(undefined);
  if (seen.length === 0) throw new FeedUnreadable(`there is nothing in ${input.location}`);
  const widest = seen.reduce((best, one) => (one.fields.length > best.fields.length ? one : best));
  readHeader(widest.fields, mapping); // A wrong mapping says so itself.
  throw noTitleColumn(widest.fields.map((name) => name.trim()));
}

/** Udemy's own exports give bare prices; they are US dollars. */
function currencyOf(header: CsvHeader): string | undefined {
  const names = new Set(header.names.map(foldHeader));
  return names.has('is paid') && names.has('num subscribers') ? 'USD' : undefined;
}

/** Whether the values tell courses apart: few of them come back under another title. */
function tellsApart(rows: readonly CsvRow[], valueOf: (row: CsvRow) => string | undefined): boolean {
  const titles = new Map<string, string>();
  let given = 0;
  let clashes = 0;
  for (const row of rows) {
    const value = valueOf(row);
    const title = row.text('title');
    if (value === undefined || title === undefined) continue;
    given += 1;
    const other = titles.get(value);
    if (other === undefined) titles.set(value, title);
    else if (other !== title) clashes += 1;
  }
  return given > 0 && clashes <= given * 0.1;
}

function keySource(rows: readonly CsvRow[]): CsvHabits['keyFrom'] {
  if (tellsApart(rows, (row) => row.text('key'))) return 'key';
  return tellsApart(rows, (row) => keyFromAddress(row.text('url'))) ? 'url' : 'words';
}

function habitsOf(header: CsvHeader, sample: readonly CsvRow[], today: string, location: string): CsvHabits {
  const cells = (field: 'instructors' | 'start' | 'end'): string[] =>
    sample.flatMap((row) => row.cells(field).map(({ text }) => text));
  const dayOrder = dayOrderOf([...cells('start'), ...cells('end')]);
  const currency = currencyOf(header);
  return {
    today,
    ...(/^https?:/i.test(location) ? { base: location } : {}),
    keyFrom: keySource(sample),
    hyphensPartNames: hyphensPartNames(cells('instructors')),
    ...(dayOrder === undefined ? {} : { dayOrder }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** A header that comes back in the middle, where files were put one after another. */
const repeatsHeader = (header: CsvHeader, fields: readonly string[]): boolean =>
  fields.length === header.names.length &&
  fields.every((field, index) => field.trim() === header.names[index]);

function readRecord(opened: Opened, record: CsvRecord, habits: CsvHabits): FeedRecord {
  const { header, delimiter } = opened;
  const where = `line ${record.line}`;
  if (repeatsHeader(header, record.fields))
    return { kind: 'refused', reason: `${where}: the header once more` };
  const { fields, problem } = fitRow(record.fields, header, delimiter);
  const said = record.mended ? 'a quotation mark that follows no rule was kept as it is' : undefined;
  const rowProblem = [problem, said].filter(Boolean).join('; ');
  const course = readCsvCourse(
    new CsvRow(header, fields),
    habits,
    rowProblem === '' ? undefined : `${where}: ${rowProblem}`,
  );
  return course.kind === 'refused' ? { ...course, reason: `${where}: ${course.reason}` } : course;
}

async function* read(input: FeedInput, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const opened = await open(input, options.mapping ?? {});
  const sample: CsvRecord[] = [];
  let habits: CsvHabits | undefined;
  function* settle(records: readonly CsvRecord[]): Generator<FeedRecord> {
    habits ??= habitsOf(
      opened.header,
      sample.map(
        (record) => new CsvRow(opened.header, fitRow(record.fields, opened.header, opened.delimiter).fields),
      ),
      options.today,
      input.location,
    );
    for (const record of records) yield readRecord(opened, record, habits);
  }
  for (let next = await opened.records.next(); !next.done; next = await opened.records.next()) {
    const record = next.value as CsvRecord;
    if (habits !== undefined) yield* settle([record]);
    else if (sample.push(record) >= sampleSize) yield* settle(sample);
  }
  if (habits === undefined) yield* settle(sample);
}

function detect(head: string, input: FeedInput): number {
  const named = /\.(?:csv|tsv)(?:\.gz|\.zip)?$/i.test(input.location.split(/[?#]/)[0] ?? '');
  const typed = /\b(?:csv|tab-separated)/i.test(input.contentType ?? '');
  if (/^[<{[]/.test(head)) return 0;
  const { score, even } = layoutOf(head);
  const known = score === 0 ? 0 : Math.min(0.9, 0.3 + 0.1 * score) * (even > 0.5 ? 1 : 0.5);
  return Math.min(0.99, Math.max(known, named || typed ? 0.4 : 0) + (named || typed ? 0.2 : 0));
}

/**
 * CSV in any usual dialect: delimiter, encoding and header are told from the file; columns are known by name in eight
 * languages, and an explicit mapping wins. Throws FeedUnreadable when no column can be the title.
 */
export const csv: FeedFormat = { name: 'csv', detect, read };
