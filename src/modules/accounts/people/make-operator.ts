import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { CommandFailed } from '../../../platform/module.ts';
import { accountOfAddress } from '../account/accounts.queries.ts';
import { giveRoles, personFor } from '../manage-people/manage-people.ts';
import { issueLink } from '../sign-in-by-link/sign-in-by-link.ts';
import { createPerson } from './create-person.ts';

export interface NewOperator {
  readonly address: string;
  readonly lang: Lang;
  readonly linkMinutes: number;
  readonly name?: string;
}

export interface MadeOperator {
  readonly created: boolean;
  readonly lang: Lang;
  /** Of a link that signs in once. */
  readonly secret: string;
}

/** Makes the owner of the address an operator, with a new account where there is none. For the command line only. */
export async function makeOperator(db: Db, actor: Actor, input: NewOperator): Promise<MadeOperator> {
  const { address, lang, linkMinutes: minutes } = input;
  const name = (input.name ?? address.split('@')[0] ?? address).slice(0, 80);
  const known = await accountOfAddress(db, address);
  if (known?.blocked) throw new CommandFailed(`${address} is blocked: an operator can unblock it first`);
  const id = known?.id ?? (await createPerson(db, actor, { name, address, lang }));
  if (id === undefined) throw new CommandFailed(`${address} has just got an account: try again`);
  const { roles } = await personFor(db, actor, id);
  await giveRoles(db, actor, { personId: id, roles: [...roles, 'operator'] });
  const secret = await issueLink(db, actor, { accountId: id, minutes });
  return { created: known === undefined, lang: known?.lang ?? lang, secret };
}
