import { FeedUnreadable } from './feed-format.ts';

/**
 * Records out of delimited text, streaming, made for files that break the rules: quotes inside quoted fields, a quote
 * that is never closed, rows of any width. Written by hand because a parser that fails at the first stray quote would
 * lose the rest of the file; here one bad record costs one record.
 */

/** One record: its fields, the line it starts on (1 is the first), and how it was read. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
  /** A quote that follows no rule was kept as a character, or an unclosed one was taken literally. */
  readonly mended?: true;
}

export interface CsvDialect {
  /** One character. */
  readonly delimiter: string;
}

/** A quoted field longer than this is an unclosed quote, not a text. */
const longestQuotedField = 1_000_000;

/** A record longer than this is no line of a table; it would be held in memory as a whole. */
const longestRecord = 32_000_000;

interface Parsed {
  readonly fields: string[];
  /** Where the next record starts. */
  readonly next: number;
  /** Line breaks inside, and the one that ends it. */
  readonly lines: number;
  readonly mended: boolean;
}

/** Nothing can be said before more text comes. */
const incomplete = Symbol('incomplete');
/** The quote that opened a field is never closed within reason. */
const unclosed = Symbol('unclosed');

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

interface Scan {
  readonly text: string;
  readonly delimiter: number;
  /** No more text will come. */
  readonly last: boolean;
  at: number;
  lines: number;
  mended: boolean;
}

const isBreak = (code: number): boolean => code === lineFeed || code === carriageReturn;

/** The end of an unquoted field: its delimiter, a line break or the end of the text. */
function unquotedField(scan: Scan): string {
  const from = scan.at;
  const { text, delimiter } = scan;
  while (scan.at < text.length) {
    const code = text.charCodeAt(scan.at);
    if (code === delimiter || isBreak(code)) break;
    scan.at += 1;
  }
  return text.slice(from, scan.at);
}

/** Whether a quote inside a quoted field closes it: then only spaces part it from a delimiter or a line break. */
function closingQuote(scan: Scan, at: number): boolean | typeof incomplete {
  let after = at + 1;
  while (text(scan, after) === 0x20 && scan.delimiter !== 0x20) after += 1;
  if (after >= scan.text.length) return scan.last ? true : incomplete;
  const code = text(scan, after);
  return code === scan.delimiter || isBreak(code);
}

const text = (scan: Scan, at: number): number => (at < scan.text.length ? scan.text.charCodeAt(at) : -1);

function countOf(character: string, value: string): number {
  let count = 0;
  for (let at = value.indexOf(character); at >= 0; at = value.indexOf(character, at + 1)) count += 1;
  return count;
}

/** A quoted field, the scan standing on its opening quote. */
function quotedField(scan: Scan): string | typeof incomplete | typeof unclosed {
  let value = '';
  let from = scan.at + 1;
  for (;;) {
    const at = scan.text.indexOf('"', from);
    if (at < 0 || at - scan.at > longestQuotedField) {
      const tooLong = (at < 0 ? scan.text.length : at) - scan.at > longestQuotedField;
      return tooLong || (at < 0 && scan.last) ? unclosed : incomplete;
    }
    value += scan.text.slice(from, at);
    if (text(scan, at + 1) === quote) {
      value += '"';
      from = at + 2;
      continue;
    }
    const closes = closingQuote(scan, at);
    if (closes === incomplete) return incomplete;
    if (closes) {
      scan.at = at + 1;
      while (text(scan, scan.at) === 0x20 && scan.delimiter !== 0x20) scan.at += 1;
      scan.lines += countOf('\n', value);
      return value;
    }
    value += '"';
    scan.mended = true;
    from = at + 1;
  }
}

/** Steps over the line break under the scan; undefined when a carriage return may still get its line feed. */
function endOfRecord(scan: Scan): boolean | typeof incomplete {
  const code = text(scan, scan.at);
  if (code === -1) return scan.last ? true : incomplete;
  if (!isBreak(code)) return false;
  if (code === carriageReturn && scan.at + 1 >= scan.text.length && !scan.last) return incomplete;
  scan.at += code === carriageReturn && text(scan, scan.at + 1) === lineFeed ? 2 : 1;
  scan.lines += 1;
  return true;
}

/** One record from `from` on. With `literal`, quotes are characters like any other. */
function parseRecord(
  source: string,
  from: number,
  delimiter: number,
  last: boolean,
  literal: boolean,
): Parsed | typeof incomplete | typeof unclosed {
  const scan: Scan = { text: source, delimiter, last, at: from, lines: 0, mended: literal };
  const fields: string[] = [];
  for (;;) {
    const quoted = !literal && text(scan, scan.at) === quote;
    const field = quoted ? quotedField(scan) : unquotedField(scan);
    if (typeof field === 'symbol') return field;
    fields.push(field);
    const ended = endOfRecord(scan);
    if (ended === incomplete) return incomplete;
    if (ended) return { fields, next: scan.at, lines: scan.lines, mended: scan.mended };
    scan.at += 1; // The delimiter.
  }
}

/** Fields of a line whose quotes were taken literally, without the quotes that wrap a whole field. */
const unwrapped = (field: string): string =>
  field
    .trim()
    .replace(/^"(.*?)"?$/s, '$1')
    .replaceAll('""', '"');

/** Splits text into records as it comes; `push` gives the records that are complete, `end` the rest. */
export class CsvSplitter {
  readonly delimiter: string;
  readonly #delimiter: number;
  #buffer = '';
  /** Not worth looking before the buffer is this long: what was incomplete is read again from its beginning. */
  #enough = 0;
  #line = 1;
  /** The header's number of columns, once known: lets a swallowed row be seen. */
  width: number | undefined;

  constructor(dialect: CsvDialect) {
    this.delimiter = dialect.delimiter;
    this.#delimiter = dialect.delimiter.charCodeAt(0);
  }

  *push(piece: string): Generator<CsvRecord> {
    this.#buffer += piece;
    if (this.#buffer.length < this.#enough) return;
    yield* this.#drain(false);
    if (this.#buffer.length > longestRecord)
      throw new FeedUnreadable(
        `line ${this.#line} is longer than ${longestRecord} characters: no table of courses`,
      );
    this.#enough = Math.min(this.#buffer.length * 2, longestRecord);
  }

  *end(): Generator<CsvRecord> {
    yield* this.#drain(true);
  }

  *#drain(last: boolean): Generator<CsvRecord> {
    let from = 0;
    while (from < this.#buffer.length) {
      const parsed = this.#next(from, last);
      if (parsed === incomplete) break;
      const line = this.#line;
      this.#line += parsed.lines;
      from = parsed.next;
      // Spreadsheets leave rows of nothing but separators below their tables.
      const blank = parsed.fields.every((field) => field.trim() === '');
      if (!blank) yield { fields: parsed.fields, line, ...(parsed.mended ? { mended: true as const } : {}) };
    }
    this.#buffer = this.#buffer.slice(from);
  }

  #next(from: number, last: boolean): Parsed | typeof incomplete {
    const parsed = parseRecord(this.#buffer, from, this.#delimiter, last, false);
    if (parsed === incomplete) return incomplete;
    if (parsed !== unclosed && !this.#suspicious(parsed)) return parsed;
    const alone = this.#firstLine(from, last);
    if (parsed === unclosed) return alone ?? incomplete;
    return alone !== undefined && this.#swallowed(parsed, alone, last) ? alone : parsed;
  }

  /** Several lines, and either not of the header's width or with quotes that follow no rule. */
  #suspicious(record: Parsed): boolean {
    return (
      this.width !== undefined && record.lines > 1 && (record.mended || record.fields.length !== this.width)
    );
  }

  /** The first line from there on, its quotes taken literally. */
  #firstLine(from: number, last: boolean): Parsed | undefined {
    const alone = parseRecord(this.#buffer, from, this.#delimiter, last, true);
    return typeof alone === 'symbol' ? undefined : { ...alone, fields: alone.fields.map(unwrapped) };
  }

  /**
   * A stray quote can swallow the rows after it until another quote closes it. The first line of a suspicious record
   * is the record when it has the header's width, which the whole has not, or which the next line has as well.
   */
  #swallowed(record: Parsed, alone: Parsed, last: boolean): boolean {
    if (alone.fields.length !== this.width) return false;
    if (record.fields.length !== this.width) return true;
    const next = this.#firstLine(alone.next, last);
    if (next?.fields.length !== this.width) return false;
    // An odd quote on the next line is the one that closes a text of several lines.
    return countOf('"', this.#buffer.slice(alone.next, next.next)) % 2 === 0;
  }
}
