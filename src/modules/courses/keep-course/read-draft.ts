import type { Db } from '../../../platform/db/database.ts';
import type { CourseContent } from '../content/course-content.ts';
import { contentOf } from './content-rows.ts';
import { draftRow } from './keep-course.queries.ts';

export interface Draft {
  readonly id: string;
  readonly slug: string;
  readonly state: 'draft' | 'published' | 'archived';
  /** Counts every change. */
  readonly revision: number;
  readonly isSample: boolean;
  readonly versionId: string | undefined;
  readonly listingId: string | undefined;
  readonly content: CourseContent;
}

/** The course as its authors have it now. One statement; undefined when there is no such course. */
export async function readDraft(
  db: Db,
  courseId: string,
  how: { readonly lock?: boolean } = {},
): Promise<Draft | undefined> {
  const row = await draftRow(db, courseId, how);
  if (!row) return undefined;
  const { about, rules, banks, sections, units, blocks, versionId, listingId, ...course } = row;
  return {
    ...course,
    versionId: versionId ?? undefined,
    listingId: listingId ?? undefined,
    content: contentOf(about, rules, banks, { sections, units, blocks }),
  };
}
