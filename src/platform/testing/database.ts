import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import type { Database, Db } from '../db/database.ts';
import { openDatabase } from '../db/database.ts';
import { transactIf } from '../db/transact.ts';
import { databaseUrl, testDatabasePrefix } from './database-name.ts';
import { cloneDatabase, dropDatabase } from './test-databases.queries.ts';

export interface TestDatabase extends Database {
  readonly url: string;
  /** Further connections, for what commits apart from a request. */
  readonly apart: Database;
}

/**
 * A database for one test file: a copy of the migrated template, closed and dropped after the file.
 * Call it once, at the top of the file: `const { db } = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url: server, template } = inject('databaseServer');
  const name = `${testDatabasePrefix}${process.pid}_${randomBytes(5).toString('hex')}`;
  await cloneDatabase(server, template, name);
  const url = databaseUrl(server, name);
  const database = openDatabase({ url, maximum: 5, name: 'passerelle-tests' });
  const apart = openDatabase({ url, maximum: 2, name: 'passerelle-tests apart' });
  afterAll(async () => {
    await Promise.all([database.close(), apart.close()]);
    await dropDatabase(server, name);
  });
  return { ...database, url, apart };
}

/** Runs one test's work in a transaction that is always rolled back; rejects as `work` does. */
export function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return transactIf(db, work, () => false);
}
