import { type Actor, hasRole } from '../../platform/actor.ts';

/** Taking public lists down, and answering reports. */
export const mayModerateLists = (actor: Actor): boolean =>
  hasRole(actor, 'moderator') || hasRole(actor, 'operator');

/** Saying of a public list that the editors chose it. */
export const mayPickLists = (actor: Actor): boolean => hasRole(actor, 'editor') || hasRole(actor, 'operator');
