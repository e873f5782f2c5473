import type { Db } from '../../../platform/db/database.ts';
import type { RelatedCourses } from '../related-courses/related-courses.ts';
import { relatedCourses } from '../related-courses/related-courses.ts';
import { courseNotFound } from '../refusals.ts';
import { type Availability, availabilityOf } from '../run-states/availability.ts';
import { isJoinable } from '../run-states/run-state.ts';
import { knownSubjects } from '../subjects/known-subjects.ts';
import { courseToShow, movedSlug, type ShownCourse, type ShownRun } from './show-course.queries.ts';

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
  const stored = await courseToShow(db, slug);
  if (!stored) {
    const movedTo = await movedSlug(db, slug);
    if (!movedTo || movedTo === slug) throw courseNotFound();
    return { movedTo };
  }
  // a subject that left the tree since the last import is not shown
  const course = { ...stored, subjects: stored.subjects.filter((id) => knownSubjects.has(id)) };
  const availability = availabilityOf(course.runs, now);
  const wantOpen = !isJoinable(availability.state);
  const related = await relatedCourses(db, course, { wantOpen, now, keep });
  return { found: { course, availability, related, now } };
}
