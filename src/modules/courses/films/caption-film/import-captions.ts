import type { Actor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { demand } from '../../../../platform/refusal.ts';
import type { CaptionProblem } from '../captions/cue.ts';
import { readCaptions } from '../captions/read-captions.ts';
import { writeVtt } from '../captions/write-captions.ts';
import { noCaptions, trackNotFound } from '../film-refusals.ts';
import { changeTracks, type TracksToChange } from './change-tracks.ts';
import { placeOf, type TrackName, withoutTrack, withTrack } from './track-of.ts';

export interface CaptionsToImport extends TracksToChange {
  readonly name: TrackName;
  readonly bytes: Uint8Array;
}

/**
 * Puts the captions of a file into the track of a language; those that stood there stay in the block's history. Returns how
 * many lines came, and what of the file had to be changed.
 * @throws Refusal 404, 403, 409, 422 for a file without a line that can be read
 */
export async function importCaptions(
  db: Db,
  actor: Actor,
  { name, bytes, ...place }: CaptionsToImport,
): Promise<{ readonly lines: number; readonly problems: readonly CaptionProblem[] }> {
  const read = readCaptions(bytes, name.lang);
  await changeTracks(db, actor, place, (tracks) => {
    demand(read.cues.length > 0, noCaptions);
    return withTrack(tracks, { ...name, vtt: writeVtt(read) });
  });
  return { lines: read.cues.length, problems: read.problems };
}

/** Begins the captions of a language with nothing in them; harmless where there are some. @throws Refusal 404, 403, 409 */
export async function beginCaptions(
  db: Db,
  actor: Actor,
  { name, ...place }: TracksToChange & { readonly name: TrackName },
): Promise<void> {
  await changeTracks(db, actor, place, (tracks) =>
    placeOf(tracks, name) < 0
      ? withTrack(tracks, { ...name, vtt: writeVtt({ cues: [], blocks: [] }) })
      : tracks,
  );
}

/** Takes the captions of a language away; they stay in the block's history. @throws Refusal 404, 403 */
export async function removeCaptions(
  db: Db,
  actor: Actor,
  { name, ...place }: TracksToChange & { readonly name: TrackName },
): Promise<void> {
  await changeTracks(db, actor, place, (tracks) => {
    demand(placeOf(tracks, name) >= 0, trackNotFound);
    return withoutTrack(tracks, name);
  });
}
