import type { Actor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { enqueue } from '../../../../platform/jobs/jobs.queries.ts';
import { demand } from '../../../../platform/refusal.ts';
import { touchCourse } from '../../course-people/course-at-hand.queries.ts';
import { holdCourse } from '../../course-people/course-at-hand.ts';
import { findBlock, keepBefore } from '../../edit-block/block.queries.ts';
import { mayEdit } from '../../policy.ts';
import { cutOutside, filmNotFound, splitUnderWay } from '../film-refusals.ts';
import { filmOfBlock } from '../list-films/films.queries.ts';
import { insertSplit, lastSplit, putBack } from './split-film.queries.ts';

export const splitFilmTask = 'courses-split-film';

/** Neither part of a film is shorter. */
export const leastPartSeconds = 5;

export interface FilmToSplit {
  readonly courseId: string;
  readonly blockId: string;
  /** Seconds from the beginning. */
  readonly at: number;
}

/**
 * Asks for a film to be cut in two: a job cuts it, and then the block shows its first part and a new one after it the second,
 * each with its captions. The whole film stays, so that it can be undone.
 * @throws Refusal 404, 403, 409 while it is being cut, 422 for a place outside of the film
 */
export async function splitFilm(db: Db, actor: Actor, { courseId, blockId, at }: FilmToSplit): Promise<void> {
  await holdCourse(db, actor, courseId, mayEdit);
  const found = await filmOfBlock(db, courseId, blockId);
  const duration = found?.film?.facts?.duration;
  if (!found?.file || duration === undefined) throw filmNotFound();
  demand(at >= leastPartSeconds && at <= duration - leastPartSeconds, cutOutside);
  demand((await lastSplit(db, courseId, blockId))?.state !== 'waiting', splitUnderWay);
  const { title, content } = found.block;
  const id = actor.ids.next();
  await insertSplit(db, {
    id,
    courseId,
    blockId,
    fileId: found.file.id,
    at,
    before: { title, content },
    secondBlockId: `b-${id.replaceAll('-', '').slice(8)}`,
    now: actor.now,
  });
  await enqueue(db, splitFilmTask, { splitId: id }, { key: `${splitFilmTask}:${id}`, priority: 5 });
}

/** Makes the two parts one film again; what was written in them since stays in the blocks' history. @throws Refusal 404, 403 */
export async function joinFilm(
  db: Db,
  actor: Actor,
  { courseId, blockId }: { readonly courseId: string; readonly blockId: string },
): Promise<void> {
  await holdCourse(db, actor, courseId, mayEdit);
  const split = await lastSplit(db, courseId, blockId);
  if (split?.state !== 'done' || !(await findBlock(db, courseId, blockId))) throw filmNotFound();
  const by = actor.id ?? null;
  for (const id of [blockId, split.secondBlockId])
    await keepBefore(db, { courseId, id, by, since: undefined });
  await putBack(db, split, { by, now: actor.now });
  await touchCourse(db, courseId, actor.now);
}
