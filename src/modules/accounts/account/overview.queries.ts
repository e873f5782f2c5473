import { type Db, tables } from '../../../platform/db/database.ts';
import type { AccountsTables } from '../tables.ts';

/** What the account page shows beside the account itself. */
export interface Overview {
  readonly passwordSetAt: Date | null;
  readonly twoFactorSince: Date | null;
  readonly passkeys: number;
  readonly sessions: number;
  readonly addresses: number;
  readonly recoveryCodesLeft: number;
}

export function accountOverview(
  db: Db,
  id: string,
  now: Date,
  seenAfter: Date,
): Promise<Overview | undefined> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.account as account')
    .leftJoin('accounts.password as password', 'password.account_id', 'account.id')
    .leftJoin('accounts.two_factor as two_factor', 'two_factor.account_id', 'account.id')
    .select((of) => [
      'password.set_at as passwordSetAt',
      'two_factor.confirmed_at as twoFactorSince',
      of
        .selectFrom('accounts.passkey as passkey')
        .select((each) => each.fn.countAll<number>().as('n'))
        .whereRef('passkey.account_id', '=', 'account.id')
        .$asScalar()
        .$castTo<number>()
        .as('passkeys'),
      of
        .selectFrom('accounts.session as session')
        .select((each) => each.fn.countAll<number>().as('n'))
        .whereRef('session.account_id', '=', 'account.id')
        .where('session.expires_at', '>', now)
        .where('session.last_seen_at', '>', seenAfter)
        .$asScalar()
        .$castTo<number>()
        .as('sessions'),
      of
        .selectFrom('accounts.address as address')
        .select((each) => each.fn.countAll<number>().as('n'))
        .whereRef('address.account_id', '=', 'account.id')
        .$asScalar()
        .$castTo<number>()
        .as('addresses'),
      of
        .selectFrom('accounts.recovery_code as recovery')
        .select((each) => each.fn.countAll<number>().as('n'))
        .whereRef('recovery.account_id', '=', 'account.id')
        .where('recovery.used_at', 'is', null)
        .$asScalar()
        .$castTo<number>()
        .as('recoveryCodesLeft'),
    ])
    .where('account.id', '=', id)
    .executeTakeFirst();
}
