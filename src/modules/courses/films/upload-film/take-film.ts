import type { Actor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { insertFiles } from '../../course-files/files.queries.ts';
import { fileName, type KeptFile } from '../../course-files/kept-file.ts';
import { touchCourse } from '../../course-people/course-at-hand.queries.ts';
import { courseAtHand } from '../../course-people/course-at-hand.ts';
import { mayEdit } from '../../policy.ts';
import { askToMakeFilms } from '../transcode-film/ask-to-make.ts';
import { giveFilmToBlock, insertFilm } from './upload-film.queries.ts';

export interface FilmToTake {
  readonly courseId: string;
  /** Of the upload: the same one taken twice is one film. */
  readonly uploadId: string;
  readonly name: string;
  readonly type: string;
  /** In the storage already. */
  readonly key: string;
  readonly bytes: number;
  /** A video or audio block that it is meant for. */
  readonly blockId?: string | undefined;
}

/** The id of the file that an upload becomes. */
export const filmOfUpload = (uploadId: string): string => `film-${uploadId}`;

/**
 * A film that has arrived becomes a file of the course, and is made in its sizes soon. Returns the file's id.
 * @throws Refusal 404, 403
 */
export async function takeFilm(db: Db, actor: Actor, film: FilmToTake): Promise<string> {
  const { courseId, uploadId, blockId } = film;
  await courseAtHand(db, actor, courseId, mayEdit);
  const file: KeptFile = {
    id: filmOfUpload(uploadId),
    name: fileName(film.name),
    type: film.type,
    key: film.key,
    bytes: film.bytes,
  };
  await insertFiles(db, { courseId, files: [file], now: actor.now });
  await insertFilm(db, { courseId, fileId: file.id, key: file.key, now: actor.now });
  if (blockId !== undefined) {
    await giveFilmToBlock(db, { courseId, blockId, file, by: actor.id ?? null, now: actor.now });
    await touchCourse(db, courseId, actor.now);
  }
  await askToMakeFilms(db);
  return file.id;
}
