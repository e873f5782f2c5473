import type { Db } from '../../../platform/db/database.ts';
import { type CourseRow, coursesAsked } from '../../catalog/index.ts';
import type { ItemFacts } from './list-facts.ts';

export interface ListedCourse extends ItemFacts {
  /** As it is today, merges followed; absent when the catalogue knows it no longer. */
  readonly course?: CourseRow | undefined;
}

/** The courses of a list as they are today, one statement; two that became one by a merge are shown once. */
export async function listedCourses(db: Db, items: readonly ItemFacts[]): Promise<ListedCourse[]> {
  const known = await coursesAsked(
    db,
    items.map((item) => item.courseId),
  );
  const shown = new Set<string>();
  return items.flatMap((item) => {
    const course = known.get(item.courseId);
    if (!course) return [item];
    if (shown.has(course.id)) return [];
    shown.add(course.id);
    return [{ ...item, course }];
  });
}
