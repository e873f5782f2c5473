import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';

declare const opaque: unique symbol;

/**
 * A handle on the database or on the transaction under way. It has no query methods: only `*.queries.ts` files open it,
 * with `tables<MyTables>(db)`, so that SQL stays in its place and never escapes the transaction it was given.
 */
export interface Db {
  readonly [opaque]: 'db';
}

/** Opens a handle for queries; called in `*.queries.ts` only (a guard looks). */
export function tables<T>(db: Db): Kysely<T> {
  return db as unknown as Kysely<T>;
}

export interface Database {
  readonly db: Db;
  /** The pool itself, for LISTEN, COPY and cursors. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** What one request asked of the database. */
export interface StatementTally {
  count: number;
  milliseconds: number;
  /** Kept only where a test asks for it. */
  texts?: string[];
}

const tally = new AsyncLocalStorage<StatementTally>();

/** Runs a function and counts the statements that it sends, BEGIN/COMMIT/SAVEPOINT excluded. */
export function countingStatements<T>(into: StatementTally, run: () => T): T {
  return tally.run(into, run);
}

const controlStatement = /^\s*(begin|commit|rollback|savepoint|release|start transaction|set )/i;
const maximumNames = 400;

/** Date columns stay 'YYYY-MM-DD', bigint comes as a number (all of ours are below 2^53). */
function readTypes(): pg.CustomTypesConfig {
  const own = new Map<number, (value: string) => unknown>([
    [pg.types.builtins.DATE, (value) => value],
    [pg.types.builtins.INT8, (value) => Number(value)],
    [pg.types.builtins.NUMERIC, (value) => Number(value)],
  ]);
  return {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      (format !== 'binary' && own.get(oid)) || pg.types.getTypeParser(oid, format ?? 'text'),
  } as pg.CustomTypesConfig;
}

type LooseQuery = (text: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * Gives each statement text a name, so that PostgreSQL parses and plans it once a connection: up to twice as fast for
 * short statements. The map is bounded; texts beyond it go unnamed.
 */
function nameStatements(client: pg.ClientBase): void {
  const names = new Map<string, string>();
  const send = client.query.bind(client) as LooseQuery;
  const named: LooseQuery = (text, values, callback) => {
    if (typeof text !== 'string') return send(text, values, callback);
    const counter = tally.getStore();
    const counted = counter && !controlStatement.test(text);
    if (counted) {
      counter.count += 1;
      counter.texts?.push(text);
    }
    const started = counted ? performance.now() : 0;
    const answer =
      Array.isArray(values) && callback === undefined
        ? send(withName(names, text, values))
        : send(text, values, callback);
    if (counted && answer instanceof Promise) {
      const stop = () => void (counter.milliseconds += performance.now() - started);
      answer.then(stop, stop);
    }
    return answer;
  };
  client.query = named as typeof client.query;
}

function withName(names: Map<string, string>, text: string, values: unknown[]): pg.QueryConfig {
  let name = names.get(text);
  if (!name) {
    if (names.size >= maximumNames || text.length > 20_000) return { text, values };
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
  }
  return { name, text, values };
}

export interface DatabaseOptions {
  readonly url: string;
  readonly maximum?: number;
  readonly name?: string;
  /** Called when an idle connection breaks; the pool replaces it by itself. */
  readonly onError?: (error: Error) => void;
  /** Milliseconds that making a connection may take. */
  readonly patience?: number;
  /** Where statements take their connections from, given the pool of this address; the pool itself by default. */
  readonly takeFrom?: (pool: PostgresPool) => PostgresPool;
}

/** Opens a pool of connections; nothing is sent until the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maximum ?? 10,
    application_name: options.name ?? 'passerelle',
    connectionTimeoutMillis: options.patience ?? 10_000,
    idleTimeoutMillis: 60_000,
    types: readTypes(),
  });
  pool.on('connect', (client) => {
    nameStatements(client);
    // The pool listens to idle connections only; one that breaks between two statements of a transaction would end the
    // process. The next statement fails, and with it the transaction.
    client.on('error', () => undefined);
  });
  pool.on('error', options.onError ?? (() => undefined));
  const source = options.takeFrom?.(pool) ?? pool;
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: source }) });
  const close = async () => {
    await kysely.destroy();
    // a pool that only its own queries used is not known to Kysely, and would hold the server
    if (!pool.ending) await pool.end();
  };
  return { db: kysely as unknown as Db, pool, close };
}
