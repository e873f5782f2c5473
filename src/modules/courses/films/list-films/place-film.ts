import type { Actor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { demand } from '../../../../platform/refusal.ts';
import { filmNotFound } from '../film-refusals.ts';
import { courseAtHand } from '../../course-people/course-at-hand.ts';
import { mayEdit } from '../../policy.ts';
import { addFilmBlock } from './films.queries.ts';

/** Makes a block of a film at the end of a unit of the draft; returns the block's id. @throws Refusal 404, 403 */
export async function placeFilm(
  db: Db,
  actor: Actor,
  {
    courseId,
    fileId,
    unitId,
  }: { readonly courseId: string; readonly fileId: string; readonly unitId: string },
): Promise<string> {
  await courseAtHand(db, actor, courseId, mayEdit);
  const blockId = `b-${actor.ids.next().replaceAll('-', '').slice(8)}`;
  const place = { courseId, fileId, unitId, blockId, by: actor.id ?? null, now: actor.now };
  demand(await addFilmBlock(db, place), filmNotFound);
  return blockId;
}
