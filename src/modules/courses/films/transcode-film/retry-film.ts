import type { Actor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { demand } from '../../../../platform/refusal.ts';
import { filmNotFound } from '../film-refusals.ts';
import { courseAtHand } from '../../course-people/course-at-hand.ts';
import { mayEdit } from '../../policy.ts';
import { askToMakeFilms } from './ask-to-make.ts';
import { waitAgain } from './make-films.queries.ts';

/** A film that failed is tried once more. @throws Refusal 404 where it did not fail, 403 */
export async function retryFilm(
  db: Db,
  actor: Actor,
  { courseId, fileId }: { readonly courseId: string; readonly fileId: string },
): Promise<void> {
  await courseAtHand(db, actor, courseId, mayEdit);
  demand(await waitAgain(db, { courseId, fileId, now: actor.now }), filmNotFound);
  await askToMakeFilms(db);
}
