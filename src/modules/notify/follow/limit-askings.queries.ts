import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/**
 * Counts what was asked about something (hash of a network or an address) since then, and writes this asking down.
 * Askings about the same wait for each other, so that many at the same time cannot slip through. Returns the instants
 * of earlier ones, oldest first.
 */
export async function countAsking(db: Db, about: Buffer, now: Date, since: Date): Promise<Date[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(encode(${about}, 'hex'), 0))`.execute(tables(db));
  const earlier = await sql<{ at: Date }>`
    select at from notify.asking where about = ${about} and at > ${since} order by at`.execute(tables(db));
  await sql`insert into notify.asking (about, at) values (${about}, ${now})`.execute(tables(db));
  return earlier.rows.map(({ at }) => at);
}
