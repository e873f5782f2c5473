import { type Actor, type Role, roles as allRoles } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { deleteCodesOf } from '../codes/codes.queries.ts';
import { mayBlock, mayGiveRoles } from '../policy.ts';
import { notYourself, operatorsOnly, personNotFound } from '../refusals.ts';
import { deleteSessionsOf } from '../session/sessions.queries.ts';
import { mayRunTheSite } from '../policy.ts';
import { personListed, setBlocked, setRoles } from './people.queries.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One person for an operator. @throws Refusal 403, 404 */
export async function personFor(db: Db, actor: Actor, id: string) {
  demand(mayRunTheSite(actor), operatorsOnly);
  const person = uuid.test(id) ? await personListed(db, id) : undefined;
  if (!person) throw personNotFound();
  return person;
}

/** Gives a person exactly these roles. @throws Refusal 403, 404; 409 for one's own */
export async function giveRoles(
  db: Db,
  actor: Actor,
  { personId, roles }: { readonly personId: string; readonly roles: readonly Role[] },
): Promise<void> {
  const person = await personFor(db, actor, personId);
  demand(mayGiveRoles(actor, person), notYourself);
  const after = allRoles.filter((role) => roles.includes(role));
  if (after.join() === allRoles.filter((role) => person.roles.includes(role)).join()) return;
  await setRoles(db, personId, after);
  await audit(db, actor, 'change-roles', personId, { before: person.roles, after });
}

/** Keeps a person out, at once and everywhere. @throws Refusal 403, 404; 409 for oneself */
export async function blockPerson(db: Db, actor: Actor, personId: string): Promise<void> {
  const person = await personFor(db, actor, personId);
  demand(mayBlock(actor, person), notYourself);
  if (person.blockedAt) return;
  await setBlocked(db, personId, actor.now);
  await deleteSessionsOf(db, personId);
  await deleteCodesOf(db, personId, ['sign-in', 'reset', 'second-step']);
  await audit(db, actor, 'block-person', personId);
}

/** Lets a person in again. @throws Refusal 403, 404 */
export async function unblockPerson(db: Db, actor: Actor, personId: string): Promise<void> {
  const person = await personFor(db, actor, personId);
  demand(mayBlock(actor, person), notYourself);
  if (!person.blockedAt) return;
  await setBlocked(db, personId, null);
  await audit(db, actor, 'unblock-person', personId);
}
