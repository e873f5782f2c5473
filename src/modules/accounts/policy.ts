import { type Actor, hasRole } from '../../platform/actor.ts';

/** Somebody about whom something is decided. */
interface Subject {
  readonly id: string;
}

const isSelf = (actor: Actor, person: Subject): boolean => actor.id === person.id;

/** Operators see who has an account, read the audit log and the outbox. */
export const mayRunTheSite = (actor: Actor): boolean => hasRole(actor, 'operator');

/** Pages of those who look after the site and what people write. */
export const mayLookAfter = (actor: Actor): boolean =>
  hasRole(actor, 'operator') || hasRole(actor, 'moderator');

/** Pages of those who write the news. */
export const mayEdit = (actor: Actor): boolean => hasRole(actor, 'operator') || hasRole(actor, 'editor');

/** An operator gives and takes roles, but not their own: the last one cannot lock everybody out. */
export const mayGiveRoles = (actor: Actor, person: Subject): boolean =>
  mayRunTheSite(actor) && !isSelf(actor, person);

/** An operator blocks others, not themselves. */
export const mayBlock = (actor: Actor, person: Subject): boolean =>
  mayRunTheSite(actor) && !isSelf(actor, person);

/** One's own account only, and while another operator remains. */
export const mayErase = (actor: Actor, person: Subject, otherOperators: number): boolean =>
  isSelf(actor, person) && (!hasRole(actor, 'operator') || otherOperators > 0);
