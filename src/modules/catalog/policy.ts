import { type Actor, hasRole } from '../../platform/actor.ts';

/** Where courses come from, and what to do when a feed shrinks, is for operators. */
export const mayManageSources = (actor: Actor): boolean => hasRole(actor, 'operator');

/** Corrections, duplicates and dead links are looked after by moderators too. */
export const mayLookAfterCourses = (actor: Actor): boolean =>
  hasRole(actor, 'moderator') || hasRole(actor, 'operator');
