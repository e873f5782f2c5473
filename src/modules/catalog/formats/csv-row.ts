import type { CsvField } from './csv-columns.ts';
import type { CsvHeader } from './csv-header.ts';

/** Words that catalogues write where they have nothing to say. */
const placeholder =
  /^(?:pending|none|null|nil|nan|n\s*\/\s*a|#n\/a|#ref!|undefined|unknown|tbd|tba|coming soon|no (?:abstract|description|syllabus|information) available|not (?:available|specified|applicable)|aucun|aucune|néant|non (?:communiqué|renseigné|précisé)e?|n\.?c\.?|sin especificar|no especificado|não informado|keine angabe|нет данных|[-–—_.?*\s]*)$/i;

export interface Cell {
  readonly text: string;
  readonly unit?: string;
}

/** The cells of one record by field. */
export class CsvRow {
  readonly #header: CsvHeader;
  readonly #fields: readonly string[];

  constructor(header: CsvHeader, fields: readonly string[]) {
    this.#header = header;
    this.#fields = fields;
  }

  /** Whether the file has a column for the field at all. */
  has(field: CsvField): boolean {
    return this.#header.columns.has(field);
  }

  /** What the first of the field's columns says, even if it only says that there is nothing ("None"). */
  raw(field: CsvField): string | undefined {
    return this.#written(field).find((cell) => cell.text !== '')?.text;
  }

  /** Every column of the field that says something. */
  cells(field: CsvField): readonly Cell[] {
    return this.#written(field).filter((cell) => !placeholder.test(cell.text));
  }

  cell(field: CsvField): Cell | undefined {
    return this.cells(field)[0];
  }

  text(field: CsvField): string | undefined {
    return this.cell(field)?.text;
  }

  #written(field: CsvField): readonly Cell[] {
    return (this.#header.columns.get(field) ?? []).map(({ index, unit }) => ({
      text: unguarded((this.#fields[index] ?? '').trim()),
      ...(unit === undefined ? {} : { unit }),
    }));
  }
}

/** Exports put an apostrophe before what a spreadsheet would take for a formula ("'=1+1"); it is no part of the text. */
export const unguarded = (text: string): string =>
  /^'+[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? text.slice(1) : text;

const looksTyped: Partial<Record<CsvField, RegExp>> = {
  url: /^https?:\/\/\S+$/i,
  image: /^https?:\/\/\S+$/i,
  video: /^https?:\/\/\S+$/i,
  'provider-url': /^https?:\/\/\S+$/i,
  enrolled: /^[\d.,\s]+[km]?(?:\s+\p{L}+)?$/iu,
  rating: /^[\d.,]+(?:\s*\/\s*\d+)?$/,
  'rating-count': /^[\d.,\s]+[km]?$/i,
  currency: /^[A-Z]{3}$|^\p{Sc}$/u,
  start: /\d/,
  end: /\d/,
  language: /^.{2,60}$/,
  level: /^.{3,40}$/,
};

/** Fields in which a delimiter is likely to stand unquoted, the likeliest first. */
const wordy: readonly CsvField[] = ['description', 'syllabus', 'summary', 'title', 'instructors', 'skills'];

function typedColumns(header: CsvHeader): readonly (readonly [number, RegExp])[] {
  return Object.entries(looksTyped).flatMap(([field, pattern]) =>
    (header.columns.get(field as CsvField) ?? []).map(({ index }) => [index, pattern] as const),
  );
}

function joinedAt(fields: readonly string[], index: number, extra: number, delimiter: string): string[] {
  const joined = fields.slice(index, index + extra + 1).join(delimiter);
  return [...fields.slice(0, index), joined, ...fields.slice(index + extra + 1)];
}

/** Joins the cell that unquoted delimiters cut, when the typed columns then hold what they should. */
function rejoined(
  fields: readonly string[],
  header: CsvHeader,
  delimiter: string,
): readonly string[] | undefined {
  const typed = typedColumns(header);
  const extra = fields.length - header.names.length;
  const fits = (row: readonly string[]): boolean =>
    typed.every(([index, pattern]) => (row[index] ?? '').trim() === '' || pattern.test(row[index]!.trim()));
  const order = wordy.flatMap((field) => (header.columns.get(field) ?? []).map(({ index }) => index));
  const candidates = typed.length < 1 || extra > 50 ? [] : order;
  return candidates.map((index) => joinedAt(fields, index, extra, delimiter)).find(fits);
}

export interface Fitted {
  readonly fields: readonly string[];
  /** What was wrong with the row's width, and what was done. */
  readonly problem?: string;
}

/** A row as wide as its header: blank cells too many are dropped, cut cells joined, missing ones left out. */
export function fitRow(fields: readonly string[], header: CsvHeader, delimiter: string): Fitted {
  const width = header.names.length;
  let end = fields.length;
  while (end > width && fields[end - 1]!.trim() === '') end -= 1;
  const row = fields.slice(0, end);
  if (row.length > width) {
    const said = `${row.length} columns instead of ${width}`;
    const joined = rejoined(row, header, delimiter);
    if (joined)
      return { fields: joined, problem: `${said}: a cell that holds the delimiter was put together` };
    return { fields: row.slice(0, width), problem: `${said}: the last ones are left out` };
  }
  // Spreadsheets leave out blank cells at the end; only a row without its address or more than half is worth a word.
  const bare = row.length < width / 2;
  return bare ? { fields: row, problem: `${row.length} columns instead of ${width}` } : { fields: row };
}
