import { buffer } from 'node:stream/consumers';
import type { Archive } from '../../../../platform/archives/archive.ts';
import { archiveOf } from '../../import-package/testing/archive-of.ts';
import type { PackedCourse } from '../packed-course.ts';

/** What was packed, opened for reading as an archive of it would be. */
export async function archiveOfPacked({ files }: Pick<PackedCourse, 'files'>): Promise<Archive> {
  const all: Record<string, string | Buffer> = {};
  for (const { path, content } of files)
    all[path] = typeof content === 'string' ? content : await buffer(await content());
  return archiveOf(all);
}
