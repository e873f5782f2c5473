import { describe, expect, it } from 'vitest';
import type { CaptionTrack } from '../../content/media.ts';
import { readCaptions } from '../captions/read-captions.ts';
import { adviseSplit } from './advise-split.ts';
import { splitTracks } from './split-tracks.ts';

const track = (kind: CaptionTrack['kind'], ...cues: [number, number, string][]): CaptionTrack => ({
  lang: 'en',
  kind,
  vtt: `WEBVTT\n\nSTYLE\n::cue { color: lime }\n\n${cues.map(([start, end, text]) => `${start}:00.000 --> ${end}:00.000\n${text}`).join('\n\n')}\n`,
});
const advise = (duration: number, silences: [number, number][] = [], tracks: CaptionTrack[] = []) =>
  adviseSplit({ duration, silences, tracks });

describe('where a long film is cut', () => {
  it('is nowhere in a film of three minutes', () => {
    expect(advise(180, [[80, 90]])).toBeUndefined();
  });

  it('is the pause nearest to the middle, but not near an end', () => {
    expect(
      advise(240, [
        [10, 12],
        [100, 101],
        [127, 129],
      ]),
    ).toEqual({ at: 128, why: 'silence' });
    expect(advise(240, [[10, 12]])).toEqual({ at: 120, why: 'middle' });
  });

  it('is where a chapter begins near the middle, at the pause before it', () => {
    const chapters = track('chapters', [0, 2, 'One'], [2, 3, 'Two'], [5, 6, 'End']);
    expect(advise(360, [[170, 171]], [chapters])).toEqual({ at: 120, why: 'chapter' });
    expect(
      advise(
        360,
        [
          [117, 119],
          [180, 181],
        ],
        [chapters],
      ),
    ).toEqual({ at: 118, why: 'chapter' });
  });

  it('is a gap in the captions where nothing was heard of pauses', () => {
    const captions = track('captions', [0, 1, 'a'], [2, 3, 'b'], [3, 4, 'c']);
    expect(advise(240, [], [captions])).toEqual({ at: 90, why: 'gap' });
  });
});

describe('captions of a film that is cut', () => {
  const captions = track('captions', [0, 1, 'a'], [1, 3, 'across'], [3, 4, 'c']);
  const cues = (parts: readonly CaptionTrack[]) =>
    parts.map((part) =>
      readCaptions(part.vtt).cues.map(({ start, end, text }) => [start / 60_000, end / 60_000, text]),
    );

  it('go where they are heard, with their times', () => {
    const [first, second] = splitTracks([captions], 2.5 * 60_000);
    expect(cues(first)).toEqual([
      [
        [0, 1, 'a'],
        [1, 2.5, 'across'],
      ],
    ]);
    expect(cues(second)).toEqual([[[0.5, 1.5, 'c']]]);
    expect(readCaptions(second[0]?.vtt ?? '').blocks).toHaveLength(1);
  });

  it('leave no empty track behind', () => {
    const [first, second] = splitTracks([captions], 4 * 60_000);
    expect([first.length, second.length]).toEqual([1, 0]);
  });
});
