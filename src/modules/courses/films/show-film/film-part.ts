import type { FilmScene } from './film-scene.ts';

/** What of a film is shown, and where it begins this time; seconds. */
export interface FilmPart {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** Where somebody wants to be. */
  readonly at?: number | undefined;
}

interface WithPart {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** The part that a block shows; an end that is not after the start is none. */
export function partOf(scene: FilmScene, blockId: string, { start, end }: WithPart): FilmPart {
  const from = start ? start : undefined;
  const until = end !== undefined && end > (from ?? 0) ? end : undefined;
  const at = scene.at?.blockId === blockId ? scene.at.second : undefined;
  const isInside = at !== undefined && at >= (from ?? 0) && at < (until ?? Infinity);
  return { start: from, end: until, at: isInside ? at : undefined };
}

/** The end of an address that tells browsers which part to play: "#t=10,20"; empty for the whole film. */
export function fragmentOf({ start, end, at = start }: FilmPart): string {
  if (at === undefined && end === undefined) return '';
  return `#t=${at ?? 0}${end === undefined ? '' : `,${end}`}`;
}

/** Whether something that is said from one millisecond to another is in the part. */
export const isInPart = (
  { start = 0, end = Infinity }: FilmPart,
  cue: { start: number; end: number },
): boolean => cue.end > start * 1000 && cue.start < end * 1000;
