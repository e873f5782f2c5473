import { type Actor, hasRole } from '../../platform/actor.ts';
import type { StaffRole } from './tables.ts';

/** Somebody who works on a course. */
export interface StaffMember {
  readonly personId: string;
  readonly role: StaffRole;
}

type Rule = (staff: readonly StaffMember[], actor: Actor) => boolean;

/** Operators may do what owners may: a course must not be lost with its owner. */
const oneOf =
  (...roles: readonly StaffRole[]): Rule =>
  (staff, actor) =>
    hasRole(actor, 'operator') ||
    (actor.id !== undefined &&
      staff.some(({ personId, role }) => personId === actor.id && roles.includes(role)));

/** Beginning a course of one's own. */
export const mayAuthor = (actor: Actor): boolean => hasRole(actor, 'author') || hasRole(actor, 'operator');

/** Seeing the draft: everybody who works on the course, in whatever role. */
export const maySeeDraft: Rule = oneOf('owner', 'author', 'reviewer', 'translator', 'teacher');
/** Changing the draft: its texts, its outline, its settings. */
export const mayEdit: Rule = oneOf('owner', 'author');
/** Saying what is good and bad about a draft. */
export const mayReview: Rule = oneOf('owner', 'author', 'reviewer', 'teacher');
/** Writing it in another language. */
export const mayTranslate: Rule = oneOf('owner', 'author', 'translator');
/** Making a version that learners see, or taking the course away from them. */
export const mayPublish: Rule = oneOf('owner');
/** Saying who works on it. */
export const mayManagePeople: Rule = oneOf('owner');
/** Seeing who learns in its runs, and helping them. */
export const mayTeach: Rule = oneOf('owner', 'author', 'teacher');
