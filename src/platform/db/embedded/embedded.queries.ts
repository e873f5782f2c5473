import { realpathSync } from 'node:fs';
import pg from 'pg';

/** The role and the database of the platform in the embedded server. */
export const roleName = 'passerelle';
export const databaseName = 'passerelle';

/** How to reach a server on this machine. */
export interface Access {
  port: number;
  password: string;
}

/** The address of a database for DATABASE_URL. */
export const urlOf = ({ port, password }: Access, database = databaseName): string =>
  `postgres://${roleName}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** What answers on a port; `starting` is a server that recovers or has no free connection now. */
export type Answer = 'ours' | 'starting' | 'wrong-password' | 'foreign' | 'silent';

/** Asks the server on a port whether it serves this data folder. */
export async function probe(access: Access, folder: string): Promise<Answer> {
  try {
    return await withClient(access, async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return rows[0] && realpathSync(rows[0].data_directory) === realpathSync(folder) ? 'ours' : 'foreign';
    });
  } catch (error) {
    return answers[codeOf(error)] ?? 'silent';
  }
}

const answers: Record<string, Answer> = {
  '57P03': 'starting',
  '53300': 'starting',
  '28P01': 'wrong-password',
  '28000': 'wrong-password',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Makes the platform's database where it is absent. */
export async function ensureDatabase(access: Access): Promise<void> {
  await withClient(access, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  });
}

/** How many clients are connected, this question's own connection left out. */
export async function countClients(access: Access): Promise<number> {
  return withClient(access, async (client) => {
    const { rows } = await client.query<{ clients: number }>(
      `select count(*)::int as clients from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return rows[0]?.clients ?? 0;
  });
}

async function withClient<T>(access: Access, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: urlOf(access, 'postgres'),
    connectionTimeoutMillis: 3000,
    query_timeout: 10_000,
  });
  // A server that is killed meanwhile must not become an unhandled error: the pending query rejects anyway.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
