import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** The letter box with this address, unless its owner is blocked. */
export async function letterBox(
  db: Db,
  addressKey: string,
): Promise<{ id: string; address: string; lang: string } | undefined> {
  const found = await sql<{ id: string; address: string; lang: string }>`
    select id, address, lang from notify.contact where address_key = ${addressKey} and address_key not in (
      select address_key from accounts.mailbox where is_blocked)`.execute(tables(db));
  return found.rows[0];
}
