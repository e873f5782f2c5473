import { type Db, tables } from '../../../platform/db/database.ts';
import type { EditorialTables, PictureFile } from '../tables.ts';
import type { Picture } from './shown-picture.ts';

export interface NewPicture extends Picture {
  readonly addedBy: string | null;
  readonly now: Date;
  readonly isSample?: boolean;
}

export async function insertPicture(db: Db, picture: NewPicture): Promise<void> {
  await tables<EditorialTables>(db)
    .insertInto('editorial.picture')
    .values({
      id: picture.id,
      width: picture.width,
      height: picture.height,
      files: JSON.stringify(picture.files),
      added_by: picture.addedBy,
      added_at: picture.now,
      is_sample: picture.isSample ?? false,
    })
    .execute();
}

/** Those of these pictures that there are. */
export async function picturesById(db: Db, ids: readonly string[]): Promise<Map<string, Picture>> {
  if (ids.length === 0) return new Map();
  const rows = await tables<EditorialTables>(db)
    .selectFrom('editorial.picture')
    .select(['id', 'width', 'height', 'files'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** One stored file of a picture. */
export async function pictureFile(db: Db, id: string, name: string): Promise<PictureFile | undefined> {
  const picture = (await picturesById(db, [id])).get(id);
  return picture?.files.find((file) => file.name === name);
}
