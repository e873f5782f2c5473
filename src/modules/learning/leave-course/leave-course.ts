import type { Db } from '../../../platform/db/database.ts';
import type { CoursePlace } from '../find-place/place.ts';
import { enrolFirst } from '../refusals.ts';
import { markLeft } from './leave-course.queries.ts';

/** Leaves a course: it goes from one's list. What was done stays, and is found again by joining. @throws Refusal 403 */
export async function leaveCourse(db: Db, { enrolment }: CoursePlace): Promise<void> {
  if (!enrolment || enrolment.state === 'left') throw enrolFirst();
  await markLeft(db, enrolment.id);
}
