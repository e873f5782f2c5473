import type { Actor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import type { Captions, Cue } from '../captions/cue.ts';
import { captionLimits } from '../captions/cue.ts';
import { readCaptions } from '../captions/read-captions.ts';
import { writeVtt } from '../captions/write-captions.ts';
import { captionsChanged } from '../film-refusals.ts';
import { changeTracks, type TracksToChange } from './change-tracks.ts';
import {
  type FaultyLine,
  mergeLines,
  removeLine,
  shiftLines,
  splitLine,
  type SplitPlace,
  type TypedLine,
  writeLines,
} from './edit-lines.ts';
import { placeOf, stampOf, type TrackName, withTrack } from './track-of.ts';

/** What a button does to the lines after they were written. */
export type LineDeed =
  | { readonly do: 'save' }
  | { readonly do: 'split'; readonly at: number; readonly place: SplitPlace }
  | { readonly do: 'merge' | 'remove'; readonly at: number }
  | { readonly do: 'shift'; readonly ms: number; readonly from: number };

export interface CaptionEdit extends TracksToChange {
  readonly name: TrackName;
  /** `stampOf` the captions that the writer began from. */
  readonly was: string;
  readonly lines: readonly TypedLine[];
  readonly deed: LineDeed;
}

export interface CaptionsEdited {
  /** Faulty lines: then nothing was written. */
  readonly faults: readonly FaultyLine[];
  readonly stamp: string;
  /** Whether lines stand in the same places as before. */
  readonly sameOrder: boolean;
}

/**
 * Writes lines of a track, then does what the button says. Nothing is written while a line is faulty, and captions that
 * somebody changed meanwhile are never overwritten.
 * @throws Refusal 404, 403, 409
 */
export async function editCaptions(db: Db, actor: Actor, edit: CaptionEdit): Promise<CaptionsEdited> {
  const { name, was, lines, deed } = edit;
  let result: CaptionsEdited = { faults: [], stamp: was, sameOrder: true };
  await changeTracks(db, actor, edit, (tracks) => {
    const before = tracks[placeOf(tracks, name)];
    if (stampOf(before?.vtt) !== was) throw captionsChanged();
    const captions: Captions = before ? readCaptions(before.vtt) : { cues: [], blocks: [] };
    const { cues, faults, where } = writeLines(captions.cues, lines);
    result = { ...result, faults };
    if (faults.length > 0) return tracks;
    const after = afterDeed(cues, 'at' in deed ? { ...deed, at: where(deed.at) } : deed).slice(
      0,
      captionLimits.cues,
    );
    const vtt = writeVtt({ cues: after, blocks: captions.blocks });
    result = { faults, stamp: stampOf(vtt), sameOrder: isSameOrder(captions.cues, after) };
    if (vtt === before?.vtt) return tracks;
    return withTrack(tracks, { ...name, vtt });
  });
  return result;
}

function afterDeed(cues: readonly Cue[], deed: LineDeed): readonly Cue[] {
  switch (deed.do) {
    case 'save':
      return cues;
    case 'split':
      return splitLine(cues, deed.at, deed.place);
    case 'merge':
      return mergeLines(cues, deed.at);
    case 'remove':
      return removeLine(cues, deed.at);
    case 'shift':
      return shiftLines(cues, deed.ms, deed.from);
  }
}

/** As many lines, none of which passed another. */
const isSameOrder = (before: readonly Cue[], after: readonly Cue[]): boolean =>
  before.length === after.length &&
  before.every((cue, at) => cue.text === after[at]?.text || cue.start === after[at]?.start);
