import {
  type ColumnTarget,
  type CsvField,
  csvFields,
  foldHeader,
  knownColumn,
  listFields,
} from './csv-columns.ts';
import { FeedUnreadable } from './feed-format.ts';

/** Which columns hold which field, the surest first. */
export interface CsvHeader {
  /** The names as written. */
  readonly names: readonly string[];
  readonly columns: ReadonlyMap<CsvField, readonly ColumnUse[]>;
}

export interface ColumnUse {
  readonly index: number;
  readonly unit?: string;
}

export type CsvMapping = Readonly<Record<string, string>>;

const isField = (name: string): name is CsvField => Object.hasOwn(csvFields, name);

const quoted = (name: string): string => `"${name}"`;

const fieldList = (): string => Object.keys(csvFields).join(', ');

function mappedTarget(column: string, target: string): ColumnTarget | undefined {
  const [field = '', unit] = target.trim().split(':');
  if (field === '' || field === 'ignore') return undefined;
  if (!isField(field)) {
    throw new FeedUnreadable(
      `the mapping gives column ${quoted(column)} to ${quoted(target)}, which is no field; fields are: ${fieldList()}, ignore`,
    );
  }
  return unit === undefined ? { field } : { field, unit };
}

/** The column that a name of the mapping means: as written, or written a little otherwise. */
function columnIndex(names: readonly string[], wanted: string): number {
  const exact = names.indexOf(wanted);
  return exact >= 0 ? exact : names.findIndex((name) => foldHeader(name) === foldHeader(wanted));
}

function mappedColumns(
  names: readonly string[],
  mapping: CsvMapping,
): ReadonlyMap<number, ColumnTarget | undefined> {
  const mapped = new Map<number, ColumnTarget | undefined>();
  for (const [column, target] of Object.entries(mapping)) {
    const index = columnIndex(names, column);
    if (index < 0) {
      throw new FeedUnreadable(
        `the mapping names column ${quoted(column)}, which is not in the header; columns are: ${names.map(quoted).join(', ')}`,
      );
    }
    mapped.set(index, mappedTarget(column, target));
  }
  return mapped;
}

interface Ranked extends ColumnUse {
  readonly rank: number;
}

function addColumn(
  columns: Map<CsvField, Ranked[]>,
  target: ColumnTarget,
  index: number,
  rank: number,
): void {
  const uses = columns.get(target.field) ?? [];
  uses.push({ index, rank, ...(target.unit === undefined ? {} : { unit: target.unit }) });
  columns.set(target.field, uses);
}

/** Ranks of mapped columns: before every column that is known by its name only. */
const mappedRank = -1;

/** Which columns hold which field; the mapping wins over the names. Throws FeedUnreadable for a wrong mapping. */
export function readHeader(names: readonly string[], mapping: CsvMapping = {}): CsvHeader {
  const mapped = mappedColumns(names, mapping);
  const columns = new Map<CsvField, Ranked[]>();
  const spokenFor = new Set<CsvField>();
  for (const [index, target] of mapped) {
    if (!target) continue;
    addColumn(columns, target, index, mappedRank);
    spokenFor.add(target.field);
  }
  for (const [index, name] of names.entries()) {
    const target = mapped.has(index) ? undefined : knownColumn(name);
    if (target && !spokenFor.has(target.field)) addColumn(columns, target, index, target.rank);
  }
  for (const [field, uses] of columns) {
    // Columns of a list stay in their order; of a single value the surest name comes first.
    if (!listFields.has(field)) uses.sort((one, other) => one.rank - other.rank || one.index - other.index);
  }
  return { names, columns };
}

/** How many columns of a possible header line are known; 0 when none of them is a title. */
export function headerScore(names: readonly string[], mapping: CsvMapping = {}): number {
  const targets = names.map((name) => knownColumn(name)?.field);
  const mapped = Object.entries(mapping).filter(([column]) => columnIndex(names, column) >= 0);
  const hasTitle = targets.includes('title') || mapped.some(([, target]) => target.split(':')[0] === 'title');
  return hasTitle ? new Set(targets.filter(Boolean)).size + mapped.length : 0;
}

/** What to say when no title column can be found: the columns seen, the fields, and how a mapping is written. */
export function noTitleColumn(names: readonly string[]): FeedUnreadable {
  const example = JSON.stringify({ [names.find((name) => name.trim() !== '') ?? 'Column A']: 'title' });
  return new FeedUnreadable(
    `no column of this CSV is known to hold the title. Columns seen: ${names.map(quoted).join(', ')}. ` +
      `Give a mapping from column to field, for example ${example}. Fields are: ${fieldList()}.`,
  );
}
