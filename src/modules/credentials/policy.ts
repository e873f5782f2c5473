import { type Actor, hasRole } from '../../platform/actor.ts';

/** Courses whose attestations somebody looks after: those that they own; the module above says which. */
export type Tended = readonly string[];

/** Deciding on a correction: operators, and who owns the course unless the attestation is their own. */
export const mayTend = (
  actor: Actor,
  tended: Tended,
  { courseId, personId }: { readonly courseId: string; readonly personId: string | null },
): boolean => hasRole(actor, 'operator') || (tended.includes(courseId) && personId !== actor.id);

/** Taking an attestation back. */
export const mayRevoke = (actor: Actor): boolean => hasRole(actor, 'operator');
