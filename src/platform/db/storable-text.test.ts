import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { tables } from './database.ts';
import { storableJson, storableText } from './storable-text.ts';

const { db } = await testDatabase();

test('leaves out NUL, replaces half a character, and keeps all else', () => {
  expect(storableText('a\0b\ud83dc 😀 \\u0000')).toBe('ab\ufffdc 😀 \\u0000');
});

test('a value that PostgreSQL takes stays as it is', () => {
  const value = { title: 'Électricité 😀', backslash: '\\u0000 \\ud800', list: [1, null, true] };
  expect(storableJson(value)).toBe(JSON.stringify(value));
});

test('PostgreSQL keeps whatever comes out of it', async () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 8 }).map((text) => `${text}\0\ud800`);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(hostile, fc.oneof(hostile, fc.array(hostile))), async (value) => {
      const json = storableJson(value);
      const { rows } = await sql<{ kept: unknown }>`select ${json}::jsonb as kept`.execute(tables(db));
      expect(rows[0]?.kept).toEqual(JSON.parse(json));
    }),
    { numRuns: 50 },
  );
});
