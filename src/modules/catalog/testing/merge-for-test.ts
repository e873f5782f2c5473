import type { Db } from '../../../platform/db/database.ts';
import { mergeCourses } from '../merge-duplicates/merge-courses.ts';
import { coursesAsked } from '../read-courses/asked-courses.queries.ts';
import { actorOn } from './catalog-stage.ts';

/** Merges two courses by their addresses. */
export async function mergeForTest(
  db: Db,
  { gone, kept }: { readonly gone: string; readonly kept: string },
): Promise<void> {
  const found = await coursesAsked(db, [gone, kept]);
  await mergeCourses(db, actorOn(1), {
    goneId: found.get(gone)?.id ?? '',
    keptId: found.get(kept)?.id ?? '',
  });
}
