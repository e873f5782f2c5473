import type { Actor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { demand } from '../../../../platform/refusal.ts';
import { isCourseId } from '../../keep-course/course-id.ts';
import { mayEdit, maySeeDraft, mayTranslate, type StaffMember } from '../../policy.ts';
import { courseNotFound, notYourRole } from '../../refusals.ts';
import { type FilmCourse, filmCourse } from './film-course.queries.ts';

type Right = (staff: readonly StaffMember[], actor: Actor) => boolean;

/** The course, where the actor may do this with it. @throws Refusal 404 for strangers, 403 for staff in another role */
async function openedFor(db: Db, actor: Actor, courseId: string, right: Right): Promise<FilmCourse> {
  const course = isCourseId(courseId) ? await filmCourse(db, courseId) : undefined;
  if (!course || !maySeeDraft(course.staff, actor)) throw courseNotFound();
  demand(right(course.staff, actor), notYourRole);
  return course;
}

/** For looking at the films of a course. @throws Refusal 404 */
export const openToSee = (db: Db, actor: Actor, courseId: string) =>
  openedFor(db, actor, courseId, maySeeDraft);
/** For uploading, cutting and removing films. @throws Refusal 404, 403 */
export const openToEdit = (db: Db, actor: Actor, courseId: string) => openedFor(db, actor, courseId, mayEdit);
/** For writing captions, which translators do too. @throws Refusal 404, 403 */
export const openToCaption = (db: Db, actor: Actor, courseId: string) =>
  openedFor(db, actor, courseId, mayTranslate);
