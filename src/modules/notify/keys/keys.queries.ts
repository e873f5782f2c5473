import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

export interface NewKey {
  readonly hash: Buffer;
  readonly contactId: string;
  /** The letter that it stands in; of a browser's, none. */
  readonly letterId?: string;
  readonly expiresAt: Date;
}

export async function insertKeys(db: Db, keys: readonly NewKey[]): Promise<void> {
  await sql`
    insert into notify.key (hash, contact_id, letter_id, expires_at)
    select * from unnest(${keys.map((each) => each.hash)}::bytea[], ${keys.map((each) => each.contactId)}::uuid[],
      ${keys.map((each) => each.letterId ?? null)}::uuid[], ${keys.map((each) => each.expiresAt)}::timestamptz[])`.execute(
    tables(db),
  );
}

/** What a secret opens. */
export interface Opened {
  readonly contactId: string;
  readonly letterId: string | null;
}

export async function openedBy(db: Db, hash: Buffer, now: Date): Promise<Opened | undefined> {
  const found = await sql<Opened>`
    select contact_id as "contactId", letter_id as "letterId" from notify.key
    where hash = ${hash} and expires_at > ${now}`.execute(tables(db));
  return found.rows[0];
}
