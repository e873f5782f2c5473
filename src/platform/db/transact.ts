import { type Db, tables } from './database.ts';

/** Thrown inside a transaction to undo it without it being a failure; carries what the caller wants back. */
class Undo<T> {
  readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}

/**
 * The one transaction of a request, a job or a command: commits when `run` returns, rolls back when it throws.
 * Called by the http, jobs and cli adapters only.
 */
export function transact<T>(db: Db, run: (db: Db) => Promise<T>): Promise<T> {
  return tables<unknown>(db)
    .transaction()
    .execute((transaction) => run(transaction as unknown as Db));
}

/** As transact, but the work is undone when `keep` says no of its result. */
export async function transactIf<T>(
  db: Db,
  run: (db: Db) => Promise<T>,
  keep: (result: T) => boolean,
): Promise<T> {
  try {
    return await transact(db, async (inner) => {
      const result = await run(inner);
      if (!keep(result)) throw new Undo(result);
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof Undo) return thrown.value as T;
    throw thrown;
  }
}
