import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CredentialsTables } from '../tables.ts';

const of = (db: Db) => tables<CredentialsTables>(db);

/** Where the document lies that was made of exactly this. */
export async function documentKey(db: Db, attestationId: string, hash: string): Promise<string | undefined> {
  const row = await of(db)
    .selectFrom('credentials.document')
    .select('key')
    .where('attestation_id', '=', attestationId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.key;
}

export interface NewDocument {
  readonly attestationId: string;
  readonly hash: string;
  readonly key: string;
  readonly bytes: number;
  readonly now: Date;
}

/** False when the attestation is not valid any more: nothing may be kept for it. */
export async function insertDocument(db: Db, made: NewDocument): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    with valid as (
      select id from credentials.attestation where id = ${made.attestationId}::uuid
        and revoked_at is null and replaced_by is null and erased_at is null for share),
    kept as (
      insert into credentials.document (attestation_id, hash, key, bytes, made_at)
      select id, ${made.hash}, ${made.key}, ${made.bytes}, ${made.now} from valid on conflict do nothing)
    select exists (select 1 from valid) as kept`.execute(of(db));
  return rows[0]?.kept ?? false;
}

/** Forgets the documents of an attestation; returns the keys that no other document names. */
export async function dropDocuments(db: Db, attestationIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    with gone as (delete from credentials.document where attestation_id = any(${attestationIds}::uuid[]) returning key)
    select distinct key from gone
    where not exists (select 1 from credentials.document d where d.key = gone.key
      and not d.attestation_id = any(${attestationIds}::uuid[]))`.execute(of(db));
  return rows.map(({ key }) => key);
}

/** Whether any attestation still has this file. */
export async function isKeyNamed(db: Db, key: string): Promise<boolean> {
  const row = await of(db)
    .selectFrom('credentials.document')
    .select('key')
    .where('key', '=', key)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
