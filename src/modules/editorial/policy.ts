import { type Actor, hasRole } from '../../platform/actor.ts';

/** News, feeds, the letter and posts elsewhere are looked after by editors, and by operators. */
export const mayEdit = (actor: Actor): boolean => hasRole(actor, 'editor') || hasRole(actor, 'operator');
