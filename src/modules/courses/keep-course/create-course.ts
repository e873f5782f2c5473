import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { slugOf } from '../../catalog/index.ts';
import { type CourseContent, courseContent } from '../content/course-content.ts';
import { insertFiles } from '../course-files/files.queries.ts';
import { askToShrink } from '../course-files/shrink-pictures.job.ts';
import type { KeptFile } from '../course-files/kept-file.ts';
import { askToUnpack } from '../run-packages/unpack/unpack-packages.job.ts';
import { hasPackages } from '../run-packages/unpack/has-packages.ts';
import { rowsOf } from './content-rows.ts';
import { insertCourse, insertParts, insertStaff, takenSlugs } from './keep-course.queries.ts';

export interface CourseToCreate {
  /** Comes with the form or the import: done twice, it fails on the second rather than making two. */
  readonly id?: string;
  readonly content: CourseContent;
  /** Files that the content names, kept already (`keepFile`). */
  readonly files?: readonly KeptFile[];
  readonly isSample?: boolean;
  /** Who owns it; the actor when absent. */
  readonly ownerId?: string;
}

/**
 * Makes a course as a draft. Its texts are cleaned and its shape checked here, whatever brought it.
 * @throws ZodError when the content is none
 */
export async function createCourse(
  db: Db,
  actor: Actor,
  { id = actor.ids.next(), content, files = [], isSample = false, ownerId = ownOf(actor) }: CourseToCreate,
): Promise<{ readonly id: string; readonly slug: string }> {
  const clean = courseContent.parse(content);
  const slug = await freeSlug(db, slugOf(clean.about.title));
  const { now } = actor;
  await insertCourse(db, { id, slug, content: clean, isSample, createdBy: ownerId ?? null, now });
  if (ownerId !== undefined) await insertStaff(db, { courseId: id, personId: ownerId, role: 'owner', now });
  await insertParts(db, { courseId: id, rows: rowsOf(clean), by: ownerId ?? null, now });
  await insertFiles(db, { courseId: id, files, now });
  if (files.some(({ width }) => width !== undefined)) await askToShrink(db, id);
  if (hasPackages(clean)) await askToUnpack(db, id);
  return { id, slug };
}

const ownOf = (actor: Actor): string | undefined => (actor.kind === 'person' ? actor.id : undefined);

/** `course`, else `course-2`, `course-3`... */
async function freeSlug(db: Db, wanted: string): Promise<string> {
  const base = wanted === '' ? 'course' : wanted;
  const taken = new Set(await takenSlugs(db, base));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
