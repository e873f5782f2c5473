import { parseSync, type TsType, type TsTypeElement } from '@swc/core';
import type { SourceFile, Violation } from './source-file.ts';

/** What a value is to the program; 'unknown' for types of other files, which only the compiler follows. */
export type ValueKind = 'string' | 'number' | 'boolean' | 'Date' | 'Buffer' | 'json' | 'array' | 'unknown';

export interface Column {
  readonly kind: ValueKind;
  readonly nullable: boolean;
  /** Made by the database when an insert leaves it out. */
  readonly generated: boolean;
}

export interface Table {
  /** A view's columns have neither defaults nor a word about null. */
  readonly isView: boolean;
  readonly columns: ReadonlyMap<string, Column>;
}

/** Tables by 'schema.table'. */
export type Tables = ReadonlyMap<string, Table>;

/** Reads the row types of all `*tables.ts` files: the interfaces that map 'schema.table' to an interface of columns. */
export function readRowTypes(files: readonly SourceFile[]): Tables {
  const read = files.filter(({ path }) => /^src\/modules\/.*tables\.ts$/.test(path)).map(declarationsOf);
  return new Map(read.flatMap((declared) => [...tablesOf(declared)]));
}

interface Declarations {
  readonly interfaces: ReadonlyMap<string, readonly TsTypeElement[]>;
  readonly aliases: ReadonlyMap<string, TsType>;
}

function declarationsOf({ text }: SourceFile): Declarations {
  const interfaces = new Map<string, readonly TsTypeElement[]>();
  const aliases = new Map<string, TsType>();
  for (const item of parseSync(text, { syntax: 'typescript' }).body) {
    const declared = item.type === 'ExportDeclaration' ? item.declaration : item;
    if (declared.type === 'TsInterfaceDeclaration') interfaces.set(declared.id.value, declared.body.body);
    if (declared.type === 'TsTypeAliasDeclaration') aliases.set(declared.id.value, declared.typeAnnotation);
  }
  return { interfaces, aliases };
}

function tablesOf(declared: Declarations): [string, Table][] {
  const entries = [...declared.interfaces.values()].flatMap(propertiesOf);
  return entries.flatMap(([name, type]) => {
    const row = nameOf(type);
    const elements = row === undefined ? undefined : declared.interfaces.get(row);
    if (!name.includes('.') || !elements) return [];
    const columns = propertiesOf(elements).map(
      ([column, columnType]) => [column, columnOf(columnType, declared)] as const,
    );
    return [[name, { isView: false, columns: new Map(columns) }] as [string, Table]];
  });
}

function propertiesOf(elements: readonly TsTypeElement[]): [string, TsType][] {
  return elements.flatMap((element) => {
    if (element.type !== 'TsPropertySignature' || !element.typeAnnotation) return [];
    const { key } = element;
    const named = key.type === 'Identifier' || key.type === 'StringLiteral';
    return named ? [[key.value, element.typeAnnotation.typeAnnotation] as [string, TsType]] : [];
  });
}

const nameOf = (type: TsType): string | undefined =>
  type.type === 'TsTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.value : undefined;

function columnOf(type: TsType, declared: Declarations): Column {
  const plain = { nullable: false, generated: false };
  if (type.type === 'TsKeywordType') return { ...plain, kind: ofKeyword[type.kind] ?? 'unknown' };
  if (type.type === 'TsArrayType') return { ...plain, kind: 'array' };
  if (type.type === 'TsTypeOperator') return columnOf(type.typeAnnotation, declared);
  if (type.type === 'TsParenthesizedType') return columnOf(type.typeAnnotation, declared);
  if (type.type === 'TsLiteralType') return { ...plain, kind: ofLiteral[type.literal.type] ?? 'unknown' };
  if (type.type === 'TsTypeLiteral') return { ...plain, kind: 'json' };
  if (type.type === 'TsUnionType') return ofUnion(type.types, declared);
  return { ...plain, ...ofReference(type, declared) };
}

const ofKeyword: Readonly<Record<string, ValueKind>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
};
const ofLiteral: Readonly<Record<string, ValueKind>> = {
  StringLiteral: 'string',
  NumericLiteral: 'number',
  BooleanLiteral: 'boolean',
  TemplateLiteral: 'string',
};

const isNull = (type: TsType): boolean => type.type === 'TsKeywordType' && type.kind === 'null';

function ofUnion(types: readonly TsType[], declared: Declarations): Column {
  const values = types.filter((type) => !isNull(type)).map((type) => columnOf(type, declared));
  const [first] = values;
  const same = values.every(({ kind }) => kind === first?.kind);
  return {
    kind: first && same ? first.kind : 'unknown',
    nullable: values.length < types.length,
    generated: values.some(({ generated }) => generated),
  };
}

function ofReference(type: TsType, declared: Declarations): Partial<Column> & Pick<Column, 'kind'> {
  const name = nameOf(type) ?? '';
  const [inner] = type.type === 'TsTypeReference' ? (type.typeParams?.params ?? []) : [];
  if (name === 'Json') return { kind: 'json' };
  if (name === 'Generated' && inner) return { ...columnOf(inner, declared), generated: true };
  if (name === 'ColumnType' && inner) return columnOf(inner, declared);
  if (name === 'Date' || name === 'Buffer') return { kind: name };
  const alias = declared.aliases.get(name);
  return alias ? columnOf(alias, declared) : { kind: 'unknown' };
}

/** Where row types and the migrated database differ; only schemas that modules own are looked at. */
export function rowTypeViolations(typed: Tables, migrated: Tables): Violation[] {
  return [...new Set([...typed.keys(), ...migrated.keys()])].sort().flatMap((name) => {
    const [row, table] = [typed.get(name), migrated.get(name)];
    if (!table) return [`${name}: has a row type, and no migration makes it`];
    if (!row) return [`${name}: a migration makes it, and no tables.ts has its row type`];
    return columnViolations(name, row, table);
  });
}

function columnViolations(name: string, row: Table, table: Table): Violation[] {
  return [...new Set([...row.columns.keys(), ...table.columns.keys()])].flatMap((column) => {
    const [said, real] = [row.columns.get(column), table.columns.get(column)];
    const where = `${name}.${column}`;
    if (!real) return [`${where}: the row type has it, the table does not`];
    if (!said) return [`${where}: the table has it, the row type does not`];
    const found: Violation[] = [];
    if (said.kind !== real.kind && said.kind !== 'unknown')
      found.push(`${where}: ${said.kind} in the row type, ${real.kind} in the table`);
    if (!table.isView && said.nullable !== real.nullable)
      found.push(`${where}: ${real.nullable ? 'can be null in the table' : 'is never null in the table'}`);
    if (!table.isView && said.generated && !real.generated)
      found.push(`${where}: Generated, and the table has no default for it`);
    return found;
  });
}
