import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { NotifyTables, WishTable } from '../tables.ts';

export type Wish = Pick<
  WishTable,
  | 'id'
  | 'address'
  | 'address_key'
  | 'kind'
  | 'subject'
  | 'wants'
  | 'offered'
  | 'pace'
  | 'title'
  | 'path'
  | 'lang'
  | 'answers'
>;

const columns = [
  'id',
  'address',
  'address_key',
  'kind',
  'subject',
  'wants',
  'offered',
  'pace',
  'title',
  'path',
  'lang',
  'answers',
] as const;

/** The wish whose letter is still to be written; none for an address whose owner is blocked. */
export async function wishToWrite(db: Db, id: string, now: Date): Promise<Wish | undefined> {
  const found = await sql<Wish>`
    select ${sql.join(columns.map((name) => sql.ref(name)))} from notify.wish
    where id = ${id} and secret_hash is null and expires_at > ${now} and address_key not in (
      select address_key from accounts.mailbox where is_blocked)
    for update`.execute(tables(db));
  return found.rows[0];
}

export async function setWishSecret(db: Db, id: string, hash: Buffer): Promise<void> {
  await tables<NotifyTables>(db)
    .updateTable('notify.wish')
    .set({ secret_hash: hash })
    .where('id', '=', id)
    .execute();
}

/** Looks without using it up: mail programs open links before people do. */
export function wishBySecret(db: Db, hash: Buffer, now: Date): Promise<Wish | undefined> {
  return tables<NotifyTables>(db)
    .selectFrom('notify.wish')
    .select(columns)
    .where('secret_hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Takes the wish away: of several presses at the same time one gets it. */
export function takeWish(db: Db, hash: Buffer, now: Date): Promise<Wish | undefined> {
  return tables<NotifyTables>(db)
    .deleteFrom('notify.wish')
    .where('secret_hash', '=', hash)
    .where('expires_at', '>', now)
    .returning(columns)
    .executeTakeFirst();
}
