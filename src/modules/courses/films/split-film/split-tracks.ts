import type { CaptionTrack } from '../../content/media.ts';
import type { Captions, Cue } from '../captions/cue.ts';
import { readCaptions } from '../captions/read-captions.ts';
import { writeVtt } from '../captions/write-captions.ts';

/** The captions of both parts of a film that is cut; a part in which nothing is said has none. */
export function splitTracks(
  tracks: readonly CaptionTrack[],
  atMs: number,
): readonly [CaptionTrack[], CaptionTrack[]] {
  const parts = tracks.map((track) => {
    const captions = readCaptions(track.vtt);
    return [
      partOf(track, captions, firstPart(captions.cues, atMs)),
      partOf(track, captions, secondPart(captions.cues, atMs)),
    ] as const;
  });
  return [parts.flatMap(([first]) => first ?? []), parts.flatMap(([, second]) => second ?? [])];
}

/** A line that is heard on both sides of the cut belongs where more of it is. */
const isFirst = ({ start, end }: Cue, atMs: number): boolean => start < atMs && (start + end) / 2 <= atMs;

const firstPart = (cues: readonly Cue[], atMs: number): Cue[] =>
  cues.filter((cue) => isFirst(cue, atMs)).map((cue) => ({ ...cue, end: Math.min(cue.end, atMs) }));

const secondPart = (cues: readonly Cue[], atMs: number): Cue[] =>
  cues
    .filter((cue) => !isFirst(cue, atMs))
    .map((cue) => ({ ...cue, start: Math.max(0, cue.start - atMs), end: cue.end - atMs }));

/** Styles and regions go with both parts, notes with the cue that they stand before. */
function partOf(track: CaptionTrack, { blocks }: Captions, cues: readonly Cue[]): CaptionTrack | undefined {
  if (cues.length === 0) return undefined;
  const kept = blocks.filter((block) => block.kind !== 'note');
  return { ...track, vtt: writeVtt({ cues, blocks: kept }) };
}
