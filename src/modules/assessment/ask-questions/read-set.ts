import type { Db } from '../../../platform/db/database.ts';
import { readAttempts } from '../take-attempt/attempts.queries.ts';
import { type SetScene, type SetState, setStateOf } from './set-state.ts';

/**
 * A set of questions as somebody sees it now: the questions in their order, what they answered, marks and right answers
 * as far as the rules show them, attempts and time that are left. One statement; none for somebody who may only look
 * (no `takerId`).
 */
export async function readSet(db: Db, scene: SetScene & { readonly courseId: string }): Promise<SetState> {
  const [state] = await readSets(db, [scene]);
  return state ?? setStateOf(scene, undefined);
}

/** The same for all sets of a page, which are one person's: one statement for all of them. */
export async function readSets(db: Db, scenes: readonly SetScene[]): Promise<SetState[]> {
  const takerId = scenes[0]?.takerId;
  const rows =
    takerId === undefined
      ? undefined
      : await readAttempts(
          db,
          takerId,
          scenes.map(({ blockId }) => blockId),
        );
  return scenes.map((scene) => setStateOf(scene, rows?.get(scene.blockId)));
}
