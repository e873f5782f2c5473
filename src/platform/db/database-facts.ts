import pg from 'pg';
import { DatabaseFailure } from './embedded/database-failure.ts';

/** What a PostgreSQL server says of itself. */
export interface DatabaseFacts {
  readonly version: string;
  readonly at: Date;
  /** It only repeats what a primary writes. */
  readonly isReplica: boolean;
  /** Seconds since the last transaction that it repeated; null on a primary, and where nothing came yet. */
  readonly secondsBehind: number | null;
}

interface Row extends DatabaseFacts {
  readonly number: number;
  readonly encoding: string;
}

const oldestVersion = 150_000;
const patience = 10_000;

/**
 * Asks a database of the settings what it is. @throws DatabaseFailure in one line that names the setting: it cannot be
 * reached, is no PostgreSQL, is older than 15 or cannot keep every script
 */
export async function databaseFacts(setting: string, url: string): Promise<DatabaseFacts> {
  const row = await ask(url).catch((error: unknown) => {
    throw new DatabaseFailure(`${setting} cannot be used: ${inWords(error)}`, { cause: error });
  });
  if (row.number < oldestVersion)
    throw new DatabaseFailure(`${setting} is PostgreSQL ${row.version}: 15 or later is needed`);
  if (row.encoding !== 'UTF8')
    throw new DatabaseFailure(`${setting} is a database in ${row.encoding}: make one with ENCODING 'UTF8'`);
  return row;
}

async function ask(url: string): Promise<Row> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Row>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        current_setting('server_encoding') as encoding, clock_timestamp() as at, pg_is_in_recovery() as "isReplica",
        extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::float8 as "secondsBehind"`,
    );
    if (!rows[0]) throw new Error('it does not answer');
    return rows[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The driver's words where they help, ours where they do not. */
function inWords(error: unknown): string {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `there is no such host (${message})`;
  if (code === 'ECONNREFUSED') return `nothing answers there (${message || code}): does the server run?`;
  if (/timeout/.test(message)) return `no answer within ${patience / 1000} seconds: is the host right?`;
  if (code === 'ECONNRESET' || /^Connection terminated/.test(message))
    return 'what answers there does not speak as PostgreSQL';
  return message || code;
}
