import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { type Database, tables } from './database.ts';
import { openReplica } from './replica.ts';

const primary = await testDatabase();
const repeating = await testDatabase();
const opened: Database[] = [];
afterAll(() => Promise.all(opened.map((each) => each.close())));

let elapsed = 0;
function replicaAt(url: string) {
  const errors: string[] = [];
  const replica = openReplica(primary, {
    url,
    name: 'test',
    maximum: 2,
    onError: (error) => void errors.push(error.message),
    elapsed: () => elapsed,
  });
  opened.push(replica);
  return { replica, errors };
}

const nameOf = async ({ db }: Database): Promise<string> => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(tables(db));
  return `/${rows[0]?.name}`;
};
const pathOf = (url: string) => new URL(url).pathname;

test('reads come from the replica while it is there', async () => {
  const { replica, errors } = replicaAt(repeating.url);
  expect(await nameOf(replica)).toBe(pathOf(repeating.url));
  expect(errors).toEqual([]);
});

test('they come from the primary when it is gone, which is looked at again after a while', async () => {
  const { replica, errors } = replicaAt('postgres://u:p@127.0.0.1:1/d');
  expect(await nameOf(replica)).toBe(pathOf(primary.url));
  expect(await nameOf(replica)).toBe(pathOf(primary.url));
  expect(errors).toHaveLength(1);
  elapsed += 10_001;
  expect(await nameOf(replica)).toBe(pathOf(primary.url));
  expect(errors).toHaveLength(2);
});
