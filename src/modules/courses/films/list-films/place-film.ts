import type { Actor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { demand } from '../../../../platform/refusal.ts';
import { filmNotFound } from '../film-refusals.ts';
import { touchCourse } from '../../course-people/course-at-hand.queries.ts';
import { holdCourse } from '../../course-people/course-at-hand.ts';
import { blocksOfUnit } from '../../edit-block/block.queries.ts';
import { mayEdit } from '../../policy.ts';
import { addFilmBlock } from './films.queries.ts';

/**
 * Makes a block of a film at the end of a unit of the draft, or finds the one that stands there; returns its id.
 * @throws Refusal 404, 403
 */
export async function placeFilm(
  db: Db,
  actor: Actor,
  {
    courseId,
    fileId,
    unitId,
  }: { readonly courseId: string; readonly fileId: string; readonly unitId: string },
): Promise<string> {
  await holdCourse(db, actor, courseId, mayEdit);
  const there = (await blocksOfUnit(db, courseId, unitId)).find(
    ({ content }) => 'file' in content && content.file === fileId,
  );
  if (there) return there.id;
  const blockId = `b-${actor.ids.next().replaceAll('-', '').slice(8)}`;
  const place = { courseId, fileId, unitId, blockId, by: actor.id ?? null, now: actor.now };
  demand(await addFilmBlock(db, place), filmNotFound);
  await touchCourse(db, courseId, actor.now);
  return blockId;
}
