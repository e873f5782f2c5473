import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { accountOfAddress, type SigningIn } from '../account/accounts.queries.ts';
import { isPassword } from '../password/hash-password.ts';
import { accountBlocked, wrongSignIn } from '../refusals.ts';

export interface SignInByPassword {
  readonly address: string;
  readonly password: string;
  /** Commits apart: a refused try is written down although the request is undone. */
  readonly apart: Db;
}

/**
 * Whose address and password these are. Takes the same time whether the address is known or not.
 * @throws Refusal 422 when they do not belong together, 403 when the account is blocked
 */
export async function signInByPassword(db: Db, actor: Actor, input: SignInByPassword): Promise<SigningIn> {
  const account = await accountOfAddress(db, input.address);
  const right = await isPassword(account?.passwordHash ?? undefined, input.password);
  if (!account || !right) {
    // Written down in both cases, so that both take the same time.
    await audit(input.apart, withoutPerson(actor), 'refuse-sign-in', account?.id);
    throw wrongSignIn();
  }
  if (account.blocked) throw accountBlocked();
  return account;
}

/** Who tries is not known: the account is what is tried. */
const withoutPerson = (actor: Actor): Actor => {
  const { id: _id, name: _name, ...rest } = actor;
  return { ...rest, kind: 'visitor' };
};
