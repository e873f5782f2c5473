import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { tables } from '../../platform/db/database.ts';
import { testDatabase } from '../../platform/testing/database.ts';
import { readRowTypes, type Tables, rowTypeViolations, type ValueKind } from './row-types.ts';
import { projectFolder, readSources } from './source-file.ts';
import whoMayUseWhom from './who-may-use-whom.json' with { type: 'json' };

const { db } = await testDatabase();

/** What each type of PostgreSQL is to the program, as platform/db/database.ts reads it. */
const kinds: Readonly<Record<string, ValueKind>> = {
  ...Object.fromEntries(
    ['uuid', 'text', 'varchar', 'date', 'xid8', 'tsvector'].map((type) => [type, 'string']),
  ),
  ...Object.fromEntries(
    ['int2', 'int4', 'int8', 'float4', 'float8', 'numeric'].map((type) => [type, 'number']),
  ),
  bool: 'boolean',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'json',
};

async function migratedTables(): Promise<Tables> {
  const { rows } = await sql<{
    name: string;
    type: string;
    column: string;
    nullable: boolean;
    made: boolean;
    view: boolean;
  }>`
    select c.table_schema || '.' || c.table_name as name, c.udt_name as type, c.column_name as column,
      c.is_nullable = 'YES' as nullable, t.table_type = 'VIEW' as view,
      c.column_default is not null or c.is_identity = 'YES' or c.is_generated = 'ALWAYS' as made
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = any (${Object.keys(whoMayUseWhom)}::text[])`.execute(tables(db));
  return new Map(
    Object.entries(Object.groupBy(rows, ({ name }) => name)).map(([name, columns = []]) => [
      name,
      {
        isView: columns.some(({ view }) => view),
        columns: new Map(
          columns.map(({ column, type, nullable, made }) => [
            column,
            { kind: type.startsWith('_') ? 'array' : (kinds[type] ?? 'unknown'), nullable, generated: made },
          ]),
        ),
      },
    ]),
  );
}

describe('row types', () => {
  it('are what the migrations make from nothing', async () => {
    const typed = readRowTypes(readSources(projectFolder));
    expect(typed.get('catalog.course')?.columns.get('merged_into')).toEqual({
      kind: 'string',
      nullable: true,
      generated: false,
    });
    expect(rowTypeViolations(typed, await migratedTables())).toEqual([]);
  });
});

describe('the guard of row types', () => {
  const planted = (columns: string) => ({
    path: 'src/modules/catalog/tables.ts',
    text: `import type { ColumnType, Generated } from 'kysely';
      type Json<T> = ColumnType<T, string, string>;
      type State = 'new' | 'old';
      export interface Row { ${columns} }
      export interface CatalogTables { 'catalog.thing': Row }`,
  });
  const real = readRowTypes([
    planted(
      'id: string; n: Generated<number>; said: Json<string[]>; at: Date | null; state: State; tags: string[]',
    ),
  ]);
  const against = (columns: string) => rowTypeViolations(readRowTypes([planted(columns)]), real);
  const rest = 'said: Json<unknown>; state: Generated<State>; tags: readonly string[]';

  it('lets alike pass', () => {
    expect(
      against('id: string; n: number; said: Json<{ a: 1 }>; at: Date | null; state: State; tags: string[]'),
    ).toEqual([]);
  });

  it.each([
    [
      'a column too much',
      `id: string; more: string; n: number; at: Date | null; ${rest}`,
      'more: the row type has it',
    ],
    ['a column forgotten', `id: string; at: Date | null; ${rest}`, 'n: the table has it'],
    ['null forgotten', `id: string; n: number; at: Date; ${rest}`, 'at: can be null'],
    [
      'null where there is none',
      `id: string | null; n: number; at: Date | null; ${rest}`,
      'id: is never null',
    ],
    ['another type', `id: number; n: number; at: Date | null; ${rest}`, 'id: number in the row type, string'],
    [
      'another type behind a name',
      `id: string; n: State; at: Date | null; ${rest}`,
      'n: string in the row type',
    ],
    [
      'a default that is not there',
      `id: Generated<string>; n: number; at: Date | null; ${rest}`,
      'id: Generated',
    ],
  ])('sees %s', (_what, columns, expected) => {
    expect(against(columns)).toContainEqual(expect.stringContaining(`catalog.thing.${expected}`));
  });

  it('sees a table without row type, and a row type without table', () => {
    expect(rowTypeViolations(new Map(), real)).toEqual([expect.stringContaining('no tables.ts')]);
    expect(rowTypeViolations(real, new Map())).toEqual([expect.stringContaining('no migration')]);
  });
});
