import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Clock } from '../time/clock.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** Any number, the same in every process: one migrates, the others wait. */
const lockKey = 727_145_001;
const fileName = /^\d{8}-\d{4}-[a-z0-9-]+\.sql$/;

/** All migrations of a folder in the order of their names. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name) => {
    if (!fileName.test(name))
      throw new MigrationError(`${name}: a migration is named 20261201-1200-what.sql`);
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Applies what is missing, one transaction a file, under one advisory lock. A file whose first line is
 * `-- no transaction` runs statement by statement (concurrent indexes). Returns the names that were applied.
 */
export async function migrate(options: {
  url: string;
  migrations: readonly Migration[];
  clock: Clock;
  onApplied?: (name: string) => void;
}): Promise<string[]> {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: 'passerelle-migrate',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query("set lock_timeout = '10s'");
    const done = await applied(client);
    refuseEdited(options.migrations, done);
    refuseNewer(options.migrations, done);
    const missing = options.migrations.filter((migration) => !done.has(migration.name));
    for (const migration of missing) {
      await apply(client, migration, options.clock);
      options.onApplied?.(migration.name);
    }
    return missing.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function applied(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      name text primary key, hash text not null, applied_at timestamptz not null
    )`);
  const rows = await client.query<{ name: string; hash: string }>(
    'select name, hash from platform.migration',
  );
  return new Map(rows.rows.map((row) => [row.name, row.hash]));
}

function refuseEdited(migrations: readonly Migration[], done: ReadonlyMap<string, string>): void {
  const edited = migrations.find(
    (migration) => (done.get(migration.name) ?? migration.hash) !== migration.hash,
  );
  if (edited) {
    throw new MigrationError(
      `${edited.name} was changed after it had been applied: put it back and add a new migration`,
    );
  }
}

/** An older program on a newer database would write what the newer one cannot read. */
function refuseNewer(migrations: readonly Migration[], done: ReadonlyMap<string, string>): void {
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...done.keys()].filter((name) => !known.has(name)).sort();
  if (unknown.length > 0) {
    throw new MigrationError(
      `the database was brought up to date by a newer version of Passerelle (${unknown.at(-1)}): start that version or a later one`,
    );
  }
}

async function apply(client: pg.Client, migration: Migration, clock: Clock): Promise<void> {
  const record = () =>
    client.query('insert into platform.migration (name, hash, applied_at) values ($1, $2, $3)', [
      migration.name,
      migration.hash,
      clock.now(),
    ]);
  try {
    if (migration.sql.startsWith('-- no transaction')) {
      for (const statement of migration.sql.split(/;\s*$/m))
        if (statement.trim()) await client.query(statement);
      await record();
      return;
    }
    await client.query('begin');
    await client.query(migration.sql);
    await record();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new MigrationError(`${migration.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Names of migrations that the database has not seen yet; for /readyz and doctor. */
export async function missingMigrations(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const exists = await pool.query<{ there: boolean }>(
    "select to_regclass('platform.migration') is not null as there",
  );
  if (!exists.rows[0]?.there) return migrations.map((migration) => migration.name);
  const rows = await pool.query<{ name: string }>('select name from platform.migration');
  const done = new Set(rows.rows.map((row) => row.name));
  return migrations.map((migration) => migration.name).filter((name) => !done.has(name));
}
