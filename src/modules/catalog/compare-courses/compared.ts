import type { Db } from '../../../platform/db/database.ts';
import type { CourseRow } from '../read-courses/course-row.ts';
import { coursesAsked } from '../read-courses/asked-courses.queries.ts';

/** More columns than this nobody reads side by side. */
export const mostCompared = 4;

/** What an address or a cookie asks to compare, as written there: "a,b,c". Bounded; each name once. */
export function namesIn(text: string): string[] {
  const names = text
    .slice(0, 4000)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...new Set(names)].slice(0, 40);
}

export interface Compared {
  readonly courses: readonly CourseRow[];
  /** How many were asked for beyond the four. */
  readonly leftOut: number;
  /** How many nobody knows. */
  readonly unknown: number;
}

/** The courses to set side by side; two names of one course (after a merge) are one column. One statement. */
export async function comparedCourses(db: Db, names: readonly string[]): Promise<Compared> {
  const found = await coursesAsked(db, names);
  const courses = [
    ...new Map(names.flatMap((name) => found.get(name) ?? []).map((row) => [row.id, row])).values(),
  ];
  return {
    courses: courses.slice(0, mostCompared),
    leftOut: Math.max(0, courses.length - mostCompared),
    unknown: names.filter((name) => !found.has(name)).length,
  };
}
