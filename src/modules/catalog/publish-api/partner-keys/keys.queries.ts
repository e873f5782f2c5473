import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import type { CatalogTables } from '../../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface KeyInUse {
  readonly id: string;
  readonly name: string;
  readonly requestsAMinute: number;
  readonly lastUsedAt: Date | null;
}

/** The key of this hash, unless it was revoked. */
export async function keyByHash(db: Db, hash: Buffer): Promise<KeyInUse | undefined> {
  return of(db)
    .selectFrom('catalog.api_key')
    .select(['id', 'name', 'requests_a_minute as requestsAMinute', 'last_used_at as lastUsedAt'])
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** Notes that a key was used; several requests at once write the row once. */
export async function touchKey(db: Db, id: string, now: Date, unlessSince: Date): Promise<void> {
  await sql`update catalog.api_key set last_used_at = ${now}
    where id = ${id} and (last_used_at is null or last_used_at < ${unlessSince})`.execute(of(db));
}

export interface KeyRow extends KeyInUse {
  readonly contact: string | null;
  readonly beginning: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly revokedAt: Date | null;
}

/** Every key, those in use first, the newest first. */
export async function allKeys(db: Db): Promise<KeyRow[]> {
  return of(db)
    .selectFrom('catalog.api_key')
    .select([
      'id',
      'name',
      'contact',
      'beginning',
      'requests_a_minute as requestsAMinute',
      'last_used_at as lastUsedAt',
      'created_at as createdAt',
      'created_by as createdBy',
      'revoked_at as revokedAt',
    ])
    .orderBy(sql`revoked_at is not null`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export interface NewKey {
  readonly id: string;
  readonly name: string;
  readonly contact: string | null;
  readonly beginning: string;
  readonly hash: Buffer;
  readonly requestsAMinute: number;
  readonly now: Date;
  readonly createdBy: string;
}

/** Stores a key; the second of two equal forms (a double click) finds its id taken and returns false. */
export async function insertKey(db: Db, key: NewKey): Promise<boolean> {
  const done = await of(db)
    .insertInto('catalog.api_key')
    .values({
      id: key.id,
      name: key.name,
      contact: key.contact,
      beginning: key.beginning,
      hash: key.hash,
      requests_a_minute: key.requestsAMinute,
      created_at: key.now,
      created_by: key.createdBy,
      last_used_at: null,
      revoked_at: null,
      revoked_by: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Ends a key; false when there is none of this id in use. */
export async function revokeKeyRow(db: Db, id: string, now: Date, by: string): Promise<boolean> {
  const done = await of(db)
    .updateTable('catalog.api_key')
    .set({ revoked_at: now, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
