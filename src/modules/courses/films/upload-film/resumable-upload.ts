import type { Actor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { transact } from '../../../../platform/db/transact.ts';
import type { Tools } from '../../../../platform/http/environment.ts';
import { demand } from '../../../../platform/refusal.ts';
import { fileName, mostFileBytes } from '../../course-files/kept-file.ts';
import { filmMissing, filmTooLarge, notAFilm, tooManyUploads } from '../film-refusals.ts';
import { courseAtHand } from '../../course-people/course-at-hand.ts';
import { mayEdit } from '../../policy.ts';
import { filmType } from './film-type.ts';
import { takeFilm } from './take-film.ts';
import { countUploads, deleteUpload, insertUpload, type UploadRow } from './upload-film.queries.ts';
import { uploadStore } from './upload-store.ts';

/** Begun and not ended, of one course. */
export const mostUploads = 20;

export interface UploadToBegin {
  readonly courseId: string;
  readonly name: string;
  readonly bytes: number;
  readonly blockId?: string;
}

/** Allows an upload; returns its id. @throws Refusal 404, 403, 409, 413, 422 */
export async function beginUpload(db: Db, actor: Actor, upload: UploadToBegin): Promise<string> {
  const { courseId, name, bytes, blockId = null } = upload;
  await courseAtHand(db, actor, courseId, mayEdit);
  demand(bytes > 0, filmMissing);
  demand(bytes <= mostFileBytes, () => filmTooLarge(mostFileBytes / 1e9));
  demand((await countUploads(db, courseId)) < mostUploads, () => tooManyUploads(mostUploads));
  const id = actor.ids.next().replaceAll('-', '');
  await insertUpload(db, { id, courseId, blockId, name: fileName(name), bytes }, actor.now);
  return id;
}

/**
 * Takes the film when all of it is here; does nothing before. Opens its own transaction. What is no film goes at once.
 * @throws Refusal 404, 403, 422, StorageTrouble
 */
export async function endUpload(tools: Tools, actor: Actor, upload: UploadRow): Promise<void> {
  const store = uploadStore(tools.config);
  const arrived = await store.arrived(upload.id);
  if (!arrived || arrived.offset < arrived.size) return;
  const type = filmType(await store.firstBytes(upload.id));
  if (type === undefined) {
    await transact(tools.database.db, (db) => deleteUpload(db, upload.id));
    await store.remove(upload.id);
    throw notAFilm();
  }
  const stored = await tools.storage.put(store.read(upload.id), { contentType: type });
  const { courseId, id: uploadId, name, blockId } = upload;
  await transact(tools.database.db, async (db) => {
    // another request that saw the last piece may have taken it, and sizes of it may be made by now
    if (!(await deleteUpload(db, uploadId))) return;
    await takeFilm(db, actor, { courseId, uploadId, name, type, ...stored, blockId: blockId ?? undefined });
  });
  await store.remove(upload.id);
}

/** Gives an upload up. */
export async function forgetUpload(db: Db, id: string): Promise<void> {
  await deleteUpload(db, id);
}
