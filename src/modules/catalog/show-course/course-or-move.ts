import type { Db } from '../../../platform/db/database.ts';
import { courseNotFound } from '../refusals.ts';
import { knownSubjects } from '../subjects/known-subjects.ts';
import { courseToShow, movedSlug, type ShownCourse } from './show-course.queries.ts';

export type CourseOrMove = { readonly found: ShownCourse } | { readonly movedTo: string };

/**
 * The course of an address, or the address to which it moved (after a rename or a merge).
 * @throws Refusal 404 when there is and was no such course
 */
export async function courseOrMove(db: Db, slug: string): Promise<CourseOrMove> {
  const stored = isPlausible(slug) ? await courseToShow(db, slug) : undefined;
  // a subject that left the tree since the last import is not shown
  if (stored)
    return { found: { ...stored, subjects: stored.subjects.filter((id) => knownSubjects.has(id)) } };
  const movedTo = isPlausible(slug) ? await movedSlug(db, slug) : undefined;
  if (!movedTo || movedTo === slug) throw courseNotFound();
  return { movedTo };
}

/** Anything else cannot be the address of a course, and the database would refuse to look for it. */
const isPlausible = (slug: string): boolean =>
  slug.length <= 200 && !slug.includes('\0') && slug.isWellFormed();
