import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { tables } from './database.ts';
import { failureKind } from './failure-kind.ts';

const { db } = await testDatabase();

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('what cannot be stored is told from a database in trouble', async () => {
  const nul = await failureOf(sql`select ${'{"a":"\\u0000"}'}::jsonb`.execute(tables(db)));
  const zero = await failureOf(sql`select 1 / 0`.execute(tables(db)));
  const cut = await failureOf(sql`select pg_terminate_backend(pg_backend_pid())`.execute(tables(db)));
  expect([nul, zero, cut].map(failureKind)).toEqual(['data', 'data', 'database']);
});

test('a database that is not there is in trouble', async () => {
  const client = new pg.Client({ host: '127.0.0.1', port: 1 });
  expect(failureKind(await failureOf(client.connect()))).toBe('database');
});

test('another transaction in the way is worth another try', () => {
  const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01', severity: 'ERROR' });
  expect(failureKind(deadlock)).toBe('again');
});

test('what is no failure of a database has no kind', () => {
  expect([new TypeError('x is undefined'), 'text', undefined].map(failureKind)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
