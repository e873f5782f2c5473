import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { openDatabase, tables } from './database.ts';
import { transact } from './transact.ts';

const { db, pool } = await testDatabase();

test('a connection that breaks in the middle of a transaction fails the transaction, not the process', async () => {
  const broken = transact(db, async (inner) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tables(inner));
    await pool.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    // The driver hears of it in a later turn of the event loop, while nobody asks anything of this connection.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    await sql`select 1`.execute(tables(inner));
  });
  await expect(broken).rejects.toThrow();
  await expect(sql`select 1`.execute(tables(db))).resolves.toBeDefined();
});

test.each([true, false])('closing ends the pool, whether Kysely ever used it or not: %s', async (isUsed) => {
  const opened = openDatabase({ url: pool.options.connectionString ?? '', maximum: 1 });
  await opened.pool.query('select 1');
  if (isUsed) await sql`select 1`.execute(tables(opened.db));
  await opened.close();
  expect(opened.pool.ended).toBe(true);
});
