import { readCaptions } from '../captions/read-captions.ts';
import type { CaptionTrack } from '../../content/media.ts';

/** Films longer than this are proposed to be cut. */
export const longFilmSeconds = 180;

export interface FilmToCut {
  /** Seconds. */
  readonly duration: number;
  /** Pauses in what is heard, in seconds. */
  readonly silences: readonly (readonly [number, number])[];
  readonly tracks: readonly CaptionTrack[];
}

export interface SplitAdvice {
  /** Seconds from the beginning. */
  readonly at: number;
  /** What stands there: a chapter begins, nobody speaks, no caption is shown; or it is just the middle. */
  readonly why: 'chapter' | 'silence' | 'gap' | 'middle';
}

/** Shorter pauses are breaths, not places to stop. */
const leastGap = 0.5;
/** A pause this near to the beginning of a chapter is where it really begins. */
const nearChapter = 4;

/**
 * Where a long film is best cut: where a chapter begins near its middle, else in the pause nearest to the middle, in what is
 * heard or in the captions. Undefined for a film that is short enough. Neither part is shorter than a quarter of it.
 */
export function adviseSplit({ duration, silences, tracks }: FilmToCut): SplitAdvice | undefined {
  if (duration <= longFilmSeconds) return undefined;
  const middle = duration / 2;
  const fits = (at: number): boolean => at > duration / 4 && at < (duration * 3) / 4;
  const pauses = silences.map(([start, end]) => ({ at: (start + end) / 2, why: 'silence' as const }));
  const gaps = captionGaps(tracks).map((at) => ({ at, why: 'gap' as const }));
  const chapter = nearest(chapterStarts(tracks).filter(fits), middle);
  if (chapter !== undefined) {
    const pause = nearestOf(pauses, chapter);
    const isNear = pause && Math.abs(pause.at - chapter) < nearChapter;
    return { at: rounded(isNear ? pause.at : chapter), why: 'chapter' };
  }
  const found =
    nearestOf(
      pauses.filter(({ at }) => fits(at)),
      middle,
    ) ??
    nearestOf(
      gaps.filter(({ at }) => fits(at)),
      middle,
    );
  return found ? { ...found, at: rounded(found.at) } : { at: rounded(middle), why: 'middle' };
}

const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;

const nearest = (times: readonly number[], to: number): number | undefined =>
  times.toSorted((one, other) => Math.abs(one - to) - Math.abs(other - to))[0];

function nearestOf<T extends { readonly at: number }>(places: readonly T[], to: number): T | undefined {
  return places.toSorted((one, other) => Math.abs(one.at - to) - Math.abs(other.at - to))[0];
}

const chapterStarts = (tracks: readonly CaptionTrack[]): number[] => {
  const chapters = tracks.find((track) => track.kind === 'chapters');
  return chapters ? readCaptions(chapters.vtt).cues.map((cue) => cue.start / 1000) : [];
};

/** Middles of the times in which no caption is shown. */
function captionGaps(tracks: readonly CaptionTrack[]): number[] {
  const spoken = tracks.find((track) => track.kind === 'captions' || track.kind === 'subtitles');
  if (!spoken) return [];
  const gaps: number[] = [];
  let until = 0;
  for (const { start, end } of readCaptions(spoken.vtt).cues) {
    if (until > 0 && start - until >= leastGap * 1000) gaps.push((until + start) / 2000);
    until = Math.max(until, end);
  }
  return gaps;
}
