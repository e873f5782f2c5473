import { type Db, tables } from '../../../platform/db/database.ts';
import type { AccountsTables } from '../tables.ts';

export interface TwoFactor {
  readonly secret: string;
  readonly confirmedAt: Date | null;
}

export function twoFactorOf(db: Db, accountId: string): Promise<TwoFactor | undefined> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.two_factor')
    .select(['secret', 'confirmed_at as confirmedAt'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** Keeps a secret that counts for nothing until a code of it was typed. */
export async function offerSecret(db: Db, accountId: string, secret: string): Promise<void> {
  await tables<AccountsTables>(db)
    .insertInto('accounts.two_factor')
    .values({ account_id: accountId, secret, confirmed_at: null })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ secret, last_step: 0 })
        .where('accounts.two_factor.confirmed_at', 'is', null),
    )
    .execute();
}

/** Uses a time step up; false when this one or a later one was used already. */
export async function takeStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const taken = await tables<AccountsTables>(db)
    .updateTable('accounts.two_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

export async function confirmTwoFactorRow(db: Db, accountId: string, now: Date): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('accounts.two_factor')
    .set({ confirmed_at: now })
    .where('account_id', '=', accountId)
    .execute();
}

export async function deleteTwoFactor(db: Db, accountId: string): Promise<void> {
  await tables<AccountsTables>(db)
    .deleteFrom('accounts.two_factor')
    .where('account_id', '=', accountId)
    .execute();
  await deleteRecoveryCodes(db, accountId);
}

async function deleteRecoveryCodes(db: Db, accountId: string): Promise<void> {
  await tables<AccountsTables>(db)
    .deleteFrom('accounts.recovery_code')
    .where('account_id', '=', accountId)
    .execute();
}

export async function replaceRecoveryCodes(
  db: Db,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await deleteRecoveryCodes(db, accountId);
  await tables<AccountsTables>(db)
    .insertInto('accounts.recovery_code')
    .values(hashes.map((hash) => ({ account_id: accountId, code_hash: hash, used_at: null })))
    .execute();
}

/** Uses a recovery code up; false when there is no such code, or it was used. */
export async function takeRecoveryCode(db: Db, accountId: string, hash: Buffer, now: Date): Promise<boolean> {
  const taken = await tables<AccountsTables>(db)
    .updateTable('accounts.recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}
