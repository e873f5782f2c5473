import { type Db, tables } from '../../../platform/db/database.ts';
import { addressKey } from '../address-key.ts';
import type { AccountsTables } from '../tables.ts';

export interface Address {
  readonly id: string;
  readonly address: string;
  readonly isPrimary: boolean;
}

/** The main one first. */
export function addressesOf(db: Db, accountId: string): Promise<Address[]> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.address')
    .select(['id', 'address', 'is_primary as isPrimary'])
    .where('account_id', '=', accountId)
    .orderBy('is_primary', 'desc')
    .orderBy('id')
    .execute();
}

/** False when the address belongs to an account by now. */
export async function insertAddress(
  db: Db,
  input: { readonly id: string; readonly accountId: string; readonly address: string; readonly now: Date },
): Promise<boolean> {
  const done = await tables<AccountsTables>(db)
    .insertInto('accounts.address')
    .values({
      id: input.id,
      account_id: input.accountId,
      address: input.address,
      address_key: addressKey(input.address),
      is_primary: false,
      verified_at: input.now,
    })
    .onConflict((conflict) => conflict.column('address_key').doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The old one first: there is one main address at any time. */
export async function setPrimary(db: Db, accountId: string, id: string): Promise<void> {
  const database = tables<AccountsTables>(db);
  const own = () => database.updateTable('accounts.address').where('account_id', '=', accountId);
  await own().set({ is_primary: false }).where('is_primary', '=', true).execute();
  await own().set({ is_primary: true }).where('id', '=', id).execute();
}

export async function deleteAddress(db: Db, accountId: string, id: string): Promise<void> {
  await tables<AccountsTables>(db)
    .deleteFrom('accounts.address')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute();
}
