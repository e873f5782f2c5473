import type { Db } from '../../../platform/db/database.ts';
import { readAttempt, readAttempts } from '../take-attempt/attempts.queries.ts';
import { type SetScene, type SetState, setStateOf } from './set-state.ts';

/**
 * A set of questions as somebody sees it now: the questions in their order, what they answered, marks and right answers
 * as far as the rules show them, attempts and time that are left. One statement; none for somebody who may only look
 * (no `takerId`).
 */
export async function readSet(db: Db, scene: SetScene & { readonly courseId: string }): Promise<SetState> {
  const row = scene.takerId === undefined ? undefined : await readAttempt(db, scene.takerId, scene.blockId);
  return setStateOf(scene, row);
}

/** The same for all sets of a page, by block, in one statement; none for somebody who may only look. */
export async function readSets(
  db: Db,
  takerId: string | undefined,
  scenes: readonly Omit<SetScene, 'takerId'>[],
): Promise<ReadonlyMap<string, SetState>> {
  const isAsked = takerId !== undefined && scenes.length > 0;
  const rows = isAsked
    ? await readAttempts(
        db,
        takerId,
        scenes.map(({ blockId }) => blockId),
      )
    : undefined;
  return new Map(
    scenes.map((scene) => [scene.blockId, setStateOf({ ...scene, takerId }, rows?.get(scene.blockId))]),
  );
}
