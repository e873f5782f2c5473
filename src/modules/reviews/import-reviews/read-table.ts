import { CsvSplitter, type FeedInput, FeedUnreadable, textChunks, unguarded } from '../../catalog/index.ts';
import type { FeedItem } from './raw-review.ts';
import { columnsOf, type ReviewField } from './review-fields.ts';

const delimiters = [',', ';', '\t', '|'] as const;
/** Characters from which the delimiter and the header are told. */
const headLength = 65_536;
const separatorLine = /^sep=(.)\r?\n/i;

type Columns = ReadonlyMap<ReviewField, number>;

/** Reads a table of reviews: delimiter, encoding and columns are told from the file. Throws FeedUnreadable without stars. */
export async function* readTable(input: FeedInput): AsyncGenerator<FeedItem> {
  let head = '';
  let table: Table | undefined;
  for await (const piece of textChunks(input)) {
    if (table) {
      yield* table.push(piece);
      continue;
    }
    head += piece;
    if (head.length < headLength) continue;
    table = tableOf(head, input.location);
    yield* table.push(head.replace(separatorLine, ''));
  }
  if (!table) {
    table = tableOf(head, input.location);
    yield* table.push(head.replace(separatorLine, ''));
  }
  yield* table.end();
}

function tableOf(head: string, location: string): Table {
  if (head.trim() === '') throw new FeedUnreadable(`there is nothing in ${location}`);
  const told = separatorLine.exec(head)?.[1];
  const layouts = (told === undefined ? delimiters : [told]).map((delimiter) => {
    const names = headerOf(head.replace(separatorLine, ''), delimiter);
    return { delimiter, names, columns: columnsOf(names) };
  });
  const best = layouts.reduce((one, other) => (other.columns.size > one.columns.size ? other : one));
  if (!best.columns.has('stars')) throw noStars(best.names, location);
  if (!courseFields.some((field) => best.columns.has(field))) throw noCourse(best.names, location);
  return new Table(best.delimiter, best.columns, best.names.length);
}

const courseFields = ['courseKey', 'courseUrl', 'courseTitle'] as const;

function headerOf(head: string, delimiter: string): readonly string[] {
  for (const record of new CsvSplitter({ delimiter }).push(`${head}\n`)) return record.fields;
  return [];
}

const seen = (names: readonly string[]): string =>
  names
    .slice(0, 20)
    .map((name) => `"${name.trim().slice(0, 60)}"`)
    .join(', ');

const noStars = (names: readonly string[], location: string): FeedUnreadable =>
  new FeedUnreadable(
    `no column holds the stars (rating, stars, note, nota, оценка, 评分, ...). Columns seen: ${seen(names)}: ${location}`,
  );

const noCourse = (names: readonly string[], location: string): FeedUnreadable =>
  new FeedUnreadable(
    `no column says which course is rated (course id, course url, course title, ...). Columns seen: ${seen(names)}: ${location}`,
  );

/** Rows of a table, after its header. */
class Table {
  readonly #splitter: CsvSplitter;
  readonly #columns: readonly (readonly [ReviewField, number])[];
  readonly #width: number;
  #headerPassed = false;

  constructor(delimiter: string, columns: Columns, width: number) {
    this.#splitter = new CsvSplitter({ delimiter });
    this.#columns = [...columns];
    this.#width = width;
  }

  *push(piece: string): Generator<FeedItem> {
    for (const { fields, line } of this.#splitter.push(piece)) yield* this.#item(fields, line);
  }

  *end(): Generator<FeedItem> {
    for (const { fields, line } of this.#splitter.end()) yield* this.#item(fields, line);
  }

  *#item(fields: readonly string[], line: number): Generator<FeedItem> {
    const where = `line ${line}`;
    if (!this.#headerPassed) {
      this.#headerPassed = true;
      this.#splitter.width = this.#width;
      return;
    }
    if (fields.length > this.#width && fields.slice(this.#width).some((field) => field.trim() !== '')) {
      yield { kind: 'broken', where, reason: 'more cells than the header has columns' };
      return;
    }
    const says: Partial<Record<ReviewField, string>> = {};
    for (const [field, index] of this.#columns) {
      const text = unguarded((fields[index] ?? '').trim());
      if (text !== '') says[field] = text;
    }
    yield { kind: 'review', where, says };
  }
}
