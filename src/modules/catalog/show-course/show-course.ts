import type { Db } from '../../../platform/db/database.ts';
import type { RelatedCourses } from '../related-courses/related-courses.ts';
import { relatedCourses } from '../related-courses/related-courses.ts';
import { type Availability, availabilityOf } from '../run-states/availability.ts';
import { isJoinable } from '../run-states/run-state.ts';
import { courseOrMove } from './course-or-move.ts';
import type { ShownCourse, ShownRun } from './show-course.queries.ts';

export interface CourseView {
  readonly course: ShownCourse;
  readonly availability: Availability<ShownRun>;
  readonly related: RelatedCourses;
  readonly now: Date;
}

export type CourseAnswer = { readonly found: CourseView } | { readonly movedTo: string };

/**
 * Everything the course page shows (what is found close by is kept with `keep`), or the address to which the course moved.
 * @throws Refusal 404 when there is and was no such course
 */
export async function showCourse(
  db: Db,
  slug: string,
  { now, keep }: { now: Date; keep: Db },
): Promise<CourseAnswer> {
  const answer = await courseOrMove(db, slug);
  if ('movedTo' in answer) return answer;
  const course = answer.found;
  const availability = availabilityOf(course.runs, now);
  const wantOpen = !isJoinable(availability.state);
  const related = await relatedCourses(db, course, { wantOpen, now, keep });
  return { found: { course, availability, related, now } };
}
