import type { Db } from '../../../platform/db/database.ts';
import type { Storage } from '../../../platform/files/storage.ts';
import { filesOf } from '../course-files/files.queries.ts';
import { type Draft, readDraft } from '../keep-course/read-draft.ts';
import { filesOfBlock } from '../publish-course/outline-of.ts';
import type { CourseToPack, FileToPack } from './packed-course.ts';

/** A course as its authors have it now, with the files that it names; undefined when there is no such course. */
export async function courseToPack(
  db: Db,
  storage: Storage,
  courseId: string,
): Promise<CourseToPack | undefined> {
  const draft = await readDraft(db, courseId);
  return draft && { slug: draft.slug, content: draft.content, files: await filesToPack(db, storage, draft) };
}

async function filesToPack(db: Db, storage: Storage, { id, content }: Draft): Promise<FileToPack[]> {
  const named = new Set(filesOfBlock(content));
  const rows = await filesOf(db, id);
  return rows
    .filter((row) => named.has(row.id))
    .map(({ key, name, ...row }) => ({
      ...row,
      name,
      async open() {
        const found = await storage.open(key);
        if (!found) throw new Error(`the bytes of "${name}" are not in the storage any more`);
        return found.body;
      },
    }));
}
