import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { type Database, openDatabase } from './database.ts';

/** A replica that gave no connection is left alone for this long. */
const leftAlone = 10_000;
/** A replica that answers at all does so at once. */
const patience = 1_500;

export interface ReplicaOptions {
  readonly url: string;
  readonly name: string;
  readonly maximum: number;
  readonly onError: (error: Error) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed?: () => number;
}

/**
 * A database that repeats the primary, to read from. Where it gives no connection the primary does: a replica that is
 * gone makes pages slower, it does not break them.
 */
export function openReplica(primary: Database, options: ReplicaOptions): Database {
  const { elapsed = () => performance.now(), onError, ...rest } = options;
  let aloneUntil = -Infinity;
  return openDatabase({
    ...rest,
    onError,
    patience,
    takeFrom: (own: PostgresPool): PostgresPool => ({
      options: own.options,
      end: () => own.end(),
      async connect(): Promise<PostgresPoolClient> {
        if (elapsed() < aloneUntil) return primary.pool.connect();
        try {
          return await own.connect();
        } catch (error) {
          aloneUntil = elapsed() + leftAlone;
          onError(error instanceof Error ? error : new Error(String(error)));
          return primary.pool.connect();
        }
      },
    }),
  });
}
