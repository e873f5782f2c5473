import { type Actor, hasRole } from '../../../platform/actor.ts';

/** Whether a review may stand is for moderators and operators. */
export const mayModerate = (actor: Actor): boolean =>
  hasRole(actor, 'moderator') || hasRole(actor, 'operator');

/** What somebody must not have to do with a case to decide it. */
export interface CaseTies {
  readonly authorId: string | null;
  /** Who decided it the first time. */
  readonly notBy: string | null;
  /** Whether they speak for a provider of the course. */
  readonly isOwnCourse: boolean;
}

/** Nobody decides about their own words, their own course, or an appeal against their own decision. */
export function tieOf(
  actor: Actor,
  ties: CaseTies,
): 'own-review' | 'own-decision' | 'own-course' | undefined {
  if (actor.id !== undefined && ties.authorId === actor.id) return 'own-review';
  if (actor.id !== undefined && ties.notBy === actor.id) return 'own-decision';
  return ties.isOwnCourse ? 'own-course' : undefined;
}
