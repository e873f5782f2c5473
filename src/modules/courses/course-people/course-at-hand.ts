import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { isCourseId } from '../keep-course/course-id.ts';
import { maySeeDraft, type StaffMember } from '../policy.ts';
import { courseNotFound, notYourRole } from '../refusals.ts';
import { type CourseAtHand, findCourse } from './course-at-hand.queries.ts';

type Rule = (staff: readonly StaffMember[], actor: Actor) => boolean;

/**
 * The course of the address, for somebody who works on it.
 * @throws Refusal 404 to strangers, who do not learn that there is such a course; 403 to staff in another role
 */
export const courseAtHand = (db: Db, actor: Actor, id: string, rule: Rule = maySeeDraft) =>
  courseFor(db, actor, { id, rule, hold: false });

/** As `courseAtHand`, held until the deed is done. */
export const holdCourse = (db: Db, actor: Actor, id: string, rule: Rule) =>
  courseFor(db, actor, { id, rule, hold: true });

async function courseFor(
  db: Db,
  actor: Actor,
  { id, rule, hold }: { readonly id: string; readonly rule: Rule; readonly hold: boolean },
): Promise<CourseAtHand> {
  const course = isCourseId(id) ? await findCourse(db, id, hold) : undefined;
  if (!course || !maySeeDraft(course.staff, actor)) throw courseNotFound();
  demand(rule(course.staff, actor), notYourRole);
  return course;
}
