import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** Sessions, codes and counters whose time is over. */
export async function deleteExpired(db: Db, now: Date, seenBefore: Date): Promise<void> {
  await sql`delete from accounts.session where expires_at < ${now} or last_seen_at < ${seenBefore}`.execute(
    tables(db),
  );
  await sql`delete from accounts.code where expires_at < ${now}`.execute(tables(db));
  await sql`delete from accounts.attempt where expire < ${now.getTime()}`.execute(tables(db));
}
