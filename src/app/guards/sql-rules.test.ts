import { describe, expect, it } from 'vitest';
import { foreignTables, misplacedSql } from './sql-rules.ts';

const file = (path: string, text: string) => [{ path, text }];

describe('the guard of where SQL stands', () => {
  it.each([
    'const a = sql`select 1`;',
    'const a = sql<number>`1`;',
    "db.selectFrom('catalog.course')",
    "db.insertInto('catalog.course')",
    'const t = tables<CatalogTables>(db);',
    "client.query('select id from catalog.course')",
    'client.query(`delete from catalog.course`)',
    "client.query('update catalog.course set title = $1')",
  ])('refuses %s outside a queries file', (line) => {
    expect(misplacedSql(file('src/modules/catalog/write.ts', line))).not.toEqual([]);
  });

  it('lets it pass in a queries file, in a test and in the ground below', () => {
    const line = 'const a = sql`select 1`;';
    expect(misplacedSql(file('src/modules/catalog/write.queries.ts', line))).toEqual([]);
    expect(misplacedSql(file('src/modules/catalog/write.test.ts', line))).toEqual([]);
    expect(misplacedSql(file('src/platform/db/migrate.ts', line))).toEqual([]);
  });

  it('does not take words for SQL', () => {
    expect(
      misplacedSql(file('src/app/pages/a.tsx', "const label = 'Select a course';\n// select x from y\n")),
    ).toEqual([]);
  });
});

describe('the guard of whose tables', () => {
  const queries = (text: string) => foreignTables(file('src/modules/reviews/write.queries.ts', text));

  it('refuses to write what belongs to another module', () => {
    expect(queries('sql`update catalog.course set rating = 1`')).toEqual([
      expect.stringContaining('writes a table of catalog'),
    ]);
    expect(queries("db.insertInto('accounts.person')")).toEqual([
      expect.stringContaining('writes a table of accounts'),
    ]);
  });

  it('refuses to read upwards', () => {
    expect(queries('sql`select 1 from talent.offer`')).toEqual([expect.stringContaining('reads talent')]);
    expect(queries(".leftJoin('learning.enrolment', 'a', 'b')")).toEqual([
      expect.stringContaining('reads learning'),
    ]);
  });

  it('lets own tables and views from below pass', () => {
    expect(
      queries(
        "sql`insert into reviews.review select 1 from catalog.listing join accounts.public_person on true`\n.selectFrom('platform.event')",
      ),
    ).toEqual([]);
  });
});
