import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Storage } from '../../../platform/files/storage.ts';
import {
  encodePicture,
  pictureCaps,
  type PictureRefusal,
  PictureRefused,
} from '../../../platform/pictures/encode.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { mayEdit } from '../policy.ts';
import { editorsOnly } from '../refusals.ts';
import type { PictureFile } from '../tables.ts';
import { insertPicture } from './pictures.queries.ts';
import { type Picture, plainFile } from './shown-picture.ts';

const pictureRefused = (code: PictureRefusal) =>
  new Refusal(422, `editorial.picture-${code}`, `editorial.picture.${code}`, { field: 'picture' });

/** Bytes of an upload, as far as a picture may go. @throws Refusal 422 */
export async function pictureBytes(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > pictureCaps.bytes) throw pictureRefused('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Keeps a picture in our own formats, and nothing of what came. @throws Refusal 403, 422 on the field `picture` */
export async function storePicture(
  db: Db,
  actor: Actor,
  input: { readonly storage: Storage; readonly bytes: Uint8Array; readonly isSample?: boolean },
): Promise<Picture> {
  demand(mayEdit(actor), editorsOnly);
  const { renditions } = await encodePicture(input.bytes, 'own').catch((error: unknown) => {
    throw error instanceof PictureRefused ? pictureRefused(error.code) : error;
  });
  const files: PictureFile[] = [];
  for (const { format, width, bytes, contentType } of renditions) {
    const { key } = await input.storage.put(bytes, { contentType });
    files.push({ name: format === 'jpeg' ? plainFile : `${width}.${format}`, key, width });
  }
  const largest = renditions.reduce((a, b) => (b.width > a.width ? b : a));
  const picture = { id: actor.ids.next(), width: largest.width, height: largest.height, files };
  const { isSample = false } = input;
  await insertPicture(db, { ...picture, addedBy: actor.id ?? null, now: actor.now, isSample });
  return picture;
}
