import type { Actor, Role } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { insertAccount } from '../account/accounts.queries.ts';
import { hashPassword } from '../password/hash-password.ts';
import { setPassword } from '../password/passwords.queries.ts';

export interface NewPerson {
  readonly name: string;
  /** Taken as proved: whoever makes the account vouches for it. */
  readonly address: string;
  readonly lang: Lang;
  readonly roles?: Role[];
  /** Absent: they sign in by a link, and may choose one later. */
  readonly password?: string;
  /** One of the sample's people, who goes with the sample. */
  readonly isSample?: boolean;
}

/** Makes an account from the command line. Returns its id; undefined when the address has an account already. */
export async function createPerson(db: Db, actor: Actor, input: NewPerson): Promise<string | undefined> {
  const { name, lang, roles = [], isSample = false } = input;
  const id = actor.ids.next();
  const address = { id: actor.ids.next(), text: input.address };
  if (!(await insertAccount(db, { id, name, lang, roles, isSample, address, now: actor.now })))
    return undefined;
  if (input.password !== undefined) await setPassword(db, id, await hashPassword(input.password), actor.now);
  await audit(db, actor, 'create-account', id, { roles });
  return id;
}
