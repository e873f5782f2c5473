import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Db } from '../db/database.ts';
import { tables } from '../db/database.ts';
import { inTransaction, testDatabase } from './database.ts';

const one = await testDatabase();
const two = await testDatabase();

const count = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.migration`.execute(
    tables(db),
  );
  return rows[0]?.n ?? -1;
};
const forget = (db: Db) => sql`delete from platform.migration`.execute(tables(db));

describe('a test database', () => {
  it('has every migration, and is nobody else’s', async () => {
    const all = await count(one.db);
    expect(all).toBeGreaterThan(0);
    await forget(one.db);
    expect(await count(one.db)).toBe(0);
    expect(await count(two.db)).toBe(all);
  });

  it('takes back what happens in a transaction of a test, and passes its answer on', async () => {
    const all = await count(two.db);
    const within = await inTransaction(two.db, async (db) => {
      await forget(db);
      return count(db);
    });
    expect(within).toBe(0);
    expect(await count(two.db)).toBe(all);
  });

  it('takes back what a failing test did, and passes its error on', async () => {
    const all = await count(two.db);
    const failing = inTransaction(two.db, async (db) => {
      await forget(db);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await count(two.db)).toBe(all);
  });
});
