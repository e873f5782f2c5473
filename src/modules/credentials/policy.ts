import { type Actor, hasRole } from '../../platform/actor.ts';

/** Courses whose attestations somebody looks after: those that they own; the module above says which. */
export type Tended = readonly string[];

/** Deciding on corrections: operators, and who owns the course. */
export const mayTend = (actor: Actor, tended: Tended, courseId: string): boolean =>
  hasRole(actor, 'operator') || tended.includes(courseId);

/** Taking an attestation back. */
export const mayRevoke = (actor: Actor): boolean => hasRole(actor, 'operator');
