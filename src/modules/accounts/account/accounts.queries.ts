import type { Role } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { Theme } from '../../../platform/ui/theme-menu.tsx';
import { addressKey } from '../address-key.ts';
import type { AccountsTables } from '../tables.ts';

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly lang: Lang;
  readonly roles?: Role[];
  readonly isSample?: boolean;
  /** Proved to be theirs. */
  readonly address: { readonly id: string; readonly text: string };
  readonly now: Date;
}

/** Returns false, and writes nothing, when the address has an account already. */
export async function insertAccount(db: Db, input: NewAccount): Promise<boolean> {
  const database = tables<AccountsTables>(db);
  const { id, now, address } = input;
  if (await accountOfAddress(db, address.text)) return false;
  await database
    .insertInto('accounts.account')
    .values({
      id,
      name: input.name,
      lang: input.lang,
      roles: input.roles ?? [],
      is_sample: input.isSample ?? false,
      blocked_at: null,
      created_at: now,
    })
    .execute();
  const placed = await database
    .insertInto('accounts.address')
    .values({
      id: address.id,
      account_id: id,
      address: address.text.trim(),
      address_key: addressKey(address.text),
      is_primary: true,
      verified_at: now,
    })
    .onConflict((conflict) => conflict.column('address_key').doNothing())
    .executeTakeFirst();
  if ((placed.numInsertedOrUpdatedRows ?? 0n) > 0n) return true;
  await database.deleteFrom('accounts.account').where('id', '=', id).execute();
  return false;
}

/** What signing in looks at. */
export interface SigningIn {
  readonly id: string;
  readonly name: string;
  readonly lang: Lang;
  readonly blocked: boolean;
  readonly passwordHash: string | null;
  readonly twoFactor: boolean;
}

const signingIn = (db: Db) =>
  tables<AccountsTables>(db)
    .selectFrom('accounts.account as account')
    .leftJoin('accounts.password as password', 'password.account_id', 'account.id')
    .leftJoin('accounts.two_factor as two_factor', 'two_factor.account_id', 'account.id')
    .select((each) => [
      'account.id',
      'account.name',
      'account.lang',
      'password.hash as passwordHash',
      each('account.blocked_at', 'is not', null).$castTo<boolean>().as('blocked'),
      each('two_factor.confirmed_at', 'is not', null).$castTo<boolean>().as('twoFactor'),
    ]);

/**
 * With the address as it was proved: letters go there, never to what was typed, since two spellings that are found as
 * the same may be different mailboxes.
 */
export function accountOfAddress(
  db: Db,
  address: string,
): Promise<(SigningIn & { readonly address: string }) | undefined> {
  return signingIn(db)
    .innerJoin('accounts.address as address', 'address.account_id', 'account.id')
    .select('address.address')
    .where('address.address_key', '=', addressKey(address))
    .executeTakeFirst();
}

export function accountById(db: Db, id: string): Promise<SigningIn | undefined> {
  return signingIn(db).where('account.id', '=', id).executeTakeFirst();
}

export interface AccountFacts {
  readonly id: string;
  readonly name: string;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly roles: Role[];
  readonly createdAt: Date;
  readonly isSample: boolean;
  /** The primary address: letters go there. */
  readonly address: string;
}

export function accountFacts(db: Db, id: string): Promise<AccountFacts | undefined> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.account as account')
    .innerJoin('accounts.address as address', (join) =>
      join.onRef('address.account_id', '=', 'account.id').on('address.is_primary', '=', true),
    )
    .select([
      'account.id',
      'account.name',
      'account.lang',
      'account.theme',
      'account.roles',
      'account.created_at as createdAt',
      'account.is_sample as isSample',
      'address.address',
    ])
    .where('account.id', '=', id)
    .executeTakeFirst();
}

export async function updateAccount(
  db: Db,
  id: string,
  change: { readonly name?: string; readonly lang?: Lang; readonly theme?: Theme },
): Promise<void> {
  await tables<AccountsTables>(db).updateTable('accounts.account').set(change).where('id', '=', id).execute();
}
