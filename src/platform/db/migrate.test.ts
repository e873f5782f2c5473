import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../config/project-root.ts';
import { testDatabase } from '../testing/database.ts';
import { testClock } from '../testing/web.ts';
import { migrate, missingMigrations, readMigrations, type Migration } from './migrate.ts';

const { url, pool } = await testDatabase();
const house = readMigrations(join(projectRoot(), 'migrations'));
const clock = testClock();
const made = (name: string, sql: string): Migration => ({
  name,
  sql,
  hash: createHash('sha256').update(sql).digest('hex'),
});
const run = (...more: Migration[]) => migrate({ url, migrations: [...house, ...more], clock });
const first = made('29990101-0000-first.sql', 'create table platform.first (id int primary key)');

it('applies what is missing, once, however many processes ask', async () => {
  expect(await missingMigrations(pool, [...house, first])).toEqual([first.name]);
  const applied = await Promise.all([run(first), run(first), run(first)]);
  expect(applied.flat()).toEqual([first.name]);
  expect(await missingMigrations(pool, [...house, first])).toEqual([]);
});

it('refuses a migration that was changed after it had been applied', async () => {
  await run(first);
  await expect(run({ ...first, hash: 'other' })).rejects.toThrow(/first\.sql was changed after/);
});

it('refuses a database that a newer version has brought up to date', async () => {
  await run(first);
  await expect(run()).rejects.toThrow(/newer version of Passerelle \(29990101-0000-first\.sql\)/);
});

it('leaves nothing of a migration that fails, and names it', async () => {
  const broken = made('29990102-0000-broken.sql', 'create table platform.half (id int); select 1/0');
  await expect(run(first, broken)).rejects.toThrow(/broken\.sql: division by zero/);
  const half = await pool.query("select to_regclass('platform.half') as half");
  expect(half.rows).toEqual([{ half: null }]);
});

it('runs concurrent indexes outside a transaction', async () => {
  const index = made(
    '29990103-0000-index.sql',
    '-- no transaction\ncreate index concurrently first_id on platform.first (id);\n',
  );
  expect(await run(first, index)).toEqual([index.name]);
});
