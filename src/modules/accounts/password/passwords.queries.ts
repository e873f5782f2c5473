import { type Db, tables } from '../../../platform/db/database.ts';
import type { AccountsTables } from '../tables.ts';

export async function passwordOf(
  db: Db,
  accountId: string,
): Promise<{ hash: string; setAt: Date } | undefined> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.password')
    .select(['hash', 'set_at as setAt'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

export async function setPassword(db: Db, accountId: string, hash: string, now: Date): Promise<void> {
  await tables<AccountsTables>(db)
    .insertInto('accounts.password')
    .values({ account_id: accountId, hash, set_at: now })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ hash, set_at: now }))
    .execute();
}
