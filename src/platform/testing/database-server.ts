import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { projectRoot } from '../config/project-root.ts';
import { embeddedPostgres } from '../db/embedded/index.ts';
import { processExists } from '../db/embedded/process-state.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { migrateJobs } from '../jobs/work.ts';
import { systemClock } from '../time/clock.ts';
import { databaseUrl, testDatabasePrefix } from './database-name.ts';
import * as databases from './test-databases.queries.ts';

/** What the tests of a run are handed: a server, and the name of its migrated database to copy. */
export interface DatabaseServer {
  url: string;
  template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: DatabaseServer;
  }
}

/**
 * Before all tests: starts a PostgreSQL for this clone of the project in the system's temporary folder and migrates a
 * template database once for these migrations; the next run finds both. After all tests: stops it.
 *
 * TEST_DATABASE_URL names another server to test against, with a role that may create databases.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await server();
  // Held until the end, so that another run of the same clone does not stop the server under this one.
  const release = await databases.hold(url);
  await dropAbandoned(url);
  project.provide('databaseServer', { url, template: await ensureTemplate(url) });
  return async () => {
    await release();
    await stop();
  };
}

async function server(): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const clone = createHash('sha256').update(projectRoot()).digest('hex').slice(0, 8);
  const dataDir = join(tmpdir(), `passerelle-tests-${userInfo().username}-${clone}`);
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o755);
  return embeddedPostgres({ dataDir, profile: 'test' }).start();
}

async function ensureTemplate(url: string): Promise<string> {
  const migrations = readMigrations(join(projectRoot(), 'migrations'));
  const hash = createHash('sha256')
    .update(migrations.map((migration) => migration.hash).join())
    .digest('hex');
  const template = `template_${hash.slice(0, 12)}`;
  const existing = await databases.databaseNames(url);
  if (existing.includes(template)) return template;
  for (const old of existing.filter((name) => /^template_[0-9a-f]{12}$/.test(name)))
    await databases.dropDatabase(url, old);
  // Renamed when complete: a killed run leaves nothing that the next one would take for a template.
  const building = `${testDatabasePrefix}${process.pid}_template`;
  await databases.createDatabase(url, building);
  await migrate({ url: databaseUrl(url, building), migrations, clock: systemClock });
  await migrateJobs(databaseUrl(url, building));
  await databases.renameDatabase(url, building, template);
  return template;
}

async function dropAbandoned(url: string): Promise<void> {
  for (const name of await databases.databaseNames(url)) {
    const pid = Number(new RegExp(`^${testDatabasePrefix}(\\d+)_`).exec(name)?.[1]);
    if (pid > 0 && !processExists(pid)) await databases.dropDatabase(url, name);
  }
}
