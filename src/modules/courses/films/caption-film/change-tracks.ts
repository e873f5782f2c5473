import type { Actor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { demand } from '../../../../platform/refusal.ts';
import type { CaptionTrack } from '../../content/media.ts';
import { touchCourse } from '../../course-people/course-at-hand.queries.ts';
import { holdCourse } from '../../course-people/course-at-hand.ts';
import { findBlock, keepBefore, updateBlock } from '../../edit-block/block.queries.ts';
import { mayTranslate } from '../../policy.ts';
import { filmNotFound, tooManyTracks } from '../film-refusals.ts';

/** What is saved by itself within this time is one entry of the block's history. */
const oneEntryMs = 10 * 60_000;
export const mostTracks = 60;

export interface TracksToChange {
  readonly courseId: string;
  readonly blockId: string;
  /** Saved by the page's script, not by a button. */
  readonly auto?: boolean;
}

/**
 * Changes the caption tracks of a block of the draft and nothing else of it, so that whoever translates needs no right to the
 * rest. What they were stays in the block's history. Returns the tracks as they are now.
 * @throws Refusal 404, 403, 409, what `change` throws
 */
export async function changeTracks(
  db: Db,
  actor: Actor,
  { courseId, blockId, auto = false }: TracksToChange,
  change: (tracks: readonly CaptionTrack[]) => readonly CaptionTrack[],
): Promise<readonly CaptionTrack[]> {
  await holdCourse(db, actor, courseId, mayTranslate);
  const block = await findBlock(db, courseId, blockId);
  if (!block || (block.content.type !== 'video' && block.content.type !== 'audio')) throw filmNotFound();
  const { content } = block;
  const tracks = change(content.tracks);
  if (tracks === content.tracks) return tracks;
  demand(tracks.length <= mostTracks, () => tooManyTracks(mostTracks));
  const by = actor.id ?? null;
  const since = auto ? new Date(actor.now.getTime() - oneEntryMs) : undefined;
  await keepBefore(db, { courseId, id: blockId, by, since });
  const changed = { ...block, content: { ...content, tracks: [...tracks] } };
  await updateBlock(db, { courseId, block: changed, revision: block.revision, at: actor.now, by });
  await touchCourse(db, courseId, actor.now);
  return tracks;
}
