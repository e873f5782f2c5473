import { type Actor, hasRole } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { PersonalData } from '../../../platform/module.ts';
import { demand } from '../../../platform/refusal.ts';
import { operatorsBeside } from '../manage-people/people.queries.ts';
import { mayErase } from '../policy.ts';
import { lastOperator, signInFirst } from '../refusals.ts';

/**
 * Erases one's own account with what every module holds about it. What must stay (the log, reviews, ledgers) stays
 * without a name.
 * @throws Refusal 409 for the last operator
 */
export async function eraseAccount(db: Db, actor: Actor, sources: readonly PersonalData[]): Promise<void> {
  const { id } = actor;
  if (id === undefined) throw signInFirst();
  const others = hasRole(actor, 'operator') ? await operatorsBeside(db, id) : 0;
  demand(mayErase(actor, { id }, others), lastOperator);
  await erasePerson(db, actor, id, sources);
  const { id: _id, name: _name, address: _address, ...nobody } = actor;
  await audit(db, nobody, 'erase-account', undefined);
}

/** The accounts module comes last, since the others may look the person up. */
export async function erasePerson(
  db: Db,
  actor: Actor,
  personId: string,
  sources: readonly PersonalData[],
): Promise<void> {
  for (const source of sources.toReversed()) await source.erase(db, actor, personId);
}
