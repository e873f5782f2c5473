import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../../platform/config/project-root.ts';
import { missingMigrations, readMigrations } from '../../platform/db/migrate.ts';
import { systemClock } from '../../platform/time/clock.ts';
import type { Finding } from './finding.ts';

const oldestVersion = 150_000;
/** Beyond this, sign-in codes and run dates go wrong. */
const tolerableSkewSeconds = 5;

/** Version, migrations and clock of the database. */
export async function checkDatabase(url: string, kind: string): Promise<Finding[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 });
  try {
    const answer = await pool.query<{ version: string; number: number; at: Date }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        clock_timestamp() as at`,
    );
    const row = answer.rows[0];
    if (!row) throw new Error('the database does not answer');
    const missing = await missingMigrations(pool, readMigrations(join(projectRoot(), 'migrations')));
    const skew = Math.abs(row.at.getTime() - systemClock.now().getTime()) / 1000;
    return [
      {
        what: 'database',
        ok: row.number >= oldestVersion,
        says:
          row.number >= oldestVersion
            ? `PostgreSQL ${row.version} (${kind})`
            : `PostgreSQL ${row.version} is too old: 15 or later is needed`,
      },
      {
        what: 'migrations',
        ok: missing.length === 0,
        says: missing.length === 0 ? 'all applied' : `${missing.length} missing: run npx passerelle migrate`,
      },
      {
        what: 'clock',
        ok: skew <= tolerableSkewSeconds,
        says:
          skew <= tolerableSkewSeconds
            ? 'agrees with the database'
            : `differs by ${Math.round(skew)} s from the database: switch on time synchronisation`,
      },
    ];
  } finally {
    await pool.end();
  }
}
