import { sql } from 'kysely';
import { type Db, tables } from '../db/database.ts';

/** Whether a replica has replayed the log up to a position; false when it cannot be asked. */
export async function hasReplayed(replica: Db, position: string): Promise<boolean> {
  try {
    const answer = await sql<{
      done: boolean;
    }>`select pg_last_wal_replay_lsn() >= ${position}::pg_lsn as done`.execute(tables(replica));
    return answer.rows[0]?.done ?? false;
  } catch {
    return false;
  }
}

/** The primary's log position after everything committed so far. */
export async function writePosition(primary: Db): Promise<string> {
  const answer = await sql<{ lsn: string }>`select pg_current_wal_lsn()::text as lsn`.execute(
    tables(primary),
  );
  return answer.rows[0]?.lsn ?? '0/0';
}
