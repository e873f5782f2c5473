/** Lines of the shorter side of each size. */
export const filmLines = [240, 480, 720] as const;
export type FilmLines = (typeof filmLines)[number];

export interface FilmStep {
  readonly lines: FilmLines;
  /** Even, as H.264 wants. */
  readonly width: number;
  readonly height: number;
}

const even = (value: number): number => Math.max(2, Math.floor(value / 2) * 2);

/**
 * The sizes in which a film of this size is made: 240, 480 and 720 lines (of the shorter side, so that a film held upright
 * is as sharp), never larger than it came. A film between two steps gets the upper one in its own size, unless it is hardly
 * larger than the lower one.
 */
export function filmLadder({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): FilmStep[] {
  const short = Math.min(width, height);
  return filmLines.flatMap((lines, at) => {
    const below = filmLines[at - 1] ?? 0;
    if (short < lines && short < below * 1.15) return [];
    const share = Math.min(1, lines / short);
    return [{ lines, width: even(width * share), height: even(height * share) }];
  });
}
