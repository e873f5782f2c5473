import { type Db, tables } from '../../../platform/db/database.ts';
import type { AccountsTables, PasskeyTable } from '../tables.ts';

export interface Passkey {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

const columns = [
  'id',
  'account_id as accountId',
  'credential_id as credentialId',
  'public_key as publicKey',
  'counter',
  'transports',
] as const;

export interface PasskeyListed {
  readonly id: string;
  readonly name: string;
  readonly synced: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export function passkeysOf(db: Db, accountId: string): Promise<PasskeyListed[]> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.passkey')
    .select(['id', 'name', 'synced', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute();
}

export function credentialsOf(
  db: Db,
  accountId: string,
): Promise<{ credentialId: string; transports: string[] }[]> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.passkey')
    .select(['credential_id as credentialId', 'transports'])
    .where('account_id', '=', accountId)
    .execute();
}

export function passkeyByCredential(db: Db, credentialId: string): Promise<Passkey | undefined> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.passkey')
    .select(columns)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
}

/** False when this credential is known already. */
export async function insertPasskey(db: Db, row: PasskeyTable): Promise<boolean> {
  const done = await tables<AccountsTables>(db)
    .insertInto('accounts.passkey')
    .values(row)
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function markPasskeyUsed(db: Db, id: string, counter: number, now: Date): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('accounts.passkey')
    .set({ counter, last_used_at: now })
    .where('id', '=', id)
    .execute();
}

export async function deletePasskey(db: Db, accountId: string, id: string): Promise<boolean> {
  const gone = await tables<AccountsTables>(db)
    .deleteFrom('accounts.passkey')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
