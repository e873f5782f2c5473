import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../../platform/config/config.ts';
import { projectRoot } from '../../platform/config/project-root.ts';
import { databaseFacts } from '../../platform/db/database-facts.ts';
import { missingMigrations, readMigrations } from '../../platform/db/migrate.ts';
import { systemClock } from '../../platform/time/clock.ts';
import { databaseAtHand } from '../database-at-hand.ts';
import { type Finding, findingOf } from './finding.ts';

/** Beyond this, sign-in codes and run dates go wrong. */
const tolerableSkewSeconds = 5;

/** The database with its migrations and its clock, the way past a pooler, and each replica. */
export async function checkDatabases(config: Config): Promise<readonly Finding[]> {
  const direct = config.databaseDirectUrl;
  return [
    ...(await checkPrimary(config)),
    ...(direct && direct !== config.databaseUrl ? [await findingOf('direct', () => directSays(direct))] : []),
    ...(await Promise.all(
      config.replicaUrls.map((url, at) => findingOf(`replica ${at + 1}`, () => replicaSays(url))),
    )),
  ];
}

async function checkPrimary(config: Config): Promise<readonly Finding[]> {
  try {
    const database = await databaseAtHand(config, () => undefined);
    try {
      const facts = await databaseFacts('the embedded database', database.url);
      return [
        { what: 'database', ok: true, says: `PostgreSQL ${facts.version} (${database.kind})` },
        await findingOf('migrations', () => migrationsSay(database.url)),
        await findingOf('clock', () => clockSays(facts.at)),
      ];
    } finally {
      await database.leave();
    }
  } catch (error) {
    return [await findingOf('database', () => Promise.reject(error))];
  }
}

async function migrationsSay(url: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 });
  try {
    const missing = await missingMigrations(pool, readMigrations(join(projectRoot(), 'migrations')));
    if (missing.length > 0) throw new Error(`${missing.length} missing: run npx passerelle migrate`);
    return 'all applied';
  } finally {
    await pool.end();
  }
}

function clockSays(at: Date): string {
  const skew = Math.abs(at.getTime() - systemClock.now().getTime()) / 1000;
  if (skew > tolerableSkewSeconds)
    throw new Error(`differs by ${Math.round(skew)} s from the database: switch on time synchronisation`);
  return 'agrees with the database';
}

async function directSays(url: string): Promise<string> {
  const { version, isReplica } = await databaseFacts('DATABASE_DIRECT_URL', url);
  if (isReplica)
    throw new Error('DATABASE_DIRECT_URL is a replica, which cannot be written: name the primary');
  return `PostgreSQL ${version}`;
}

async function replicaSays(url: string): Promise<string> {
  const { version, isReplica, secondsBehind } = await databaseFacts('DATABASE_REPLICA_URLS', url);
  if (!isReplica)
    return `PostgreSQL ${version}, which can be written: the primary itself, or no replica of it`;
  const last = secondsBehind === null ? 'nothing yet' : `something ${Math.round(secondsBehind)} s ago`;
  return `PostgreSQL ${version}, a replica that last repeated ${last}`;
}
