import { coverPalette } from './cover-palette.ts';
import { coverSize, scenes } from './cover-scenes.tsx';
import { randomOf, seedOf } from './seed.ts';

export interface CourseCoverProps {
  /** Anything that stays with the course: its id. */
  readonly seed: string;
  /** Hue of its subject, 0 to 359. */
  readonly hue: number;
}

/**
 * A drawn picture for a course that has none: the same seed and hue give the same picture, for ever. Says nothing that
 * the title does not, and is hidden from screen readers.
 */
export function CourseCover({ seed, hue }: CourseCoverProps) {
  return (
    <svg
      class="cover"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${coverSize.width} ${coverSize.height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <CoverDrawing seed={seed} hue={hue} />
    </svg>
  );
}

/** The picture without its frame, on the plane of `coverSize`. */
export function CoverDrawing({ seed, hue }: CourseCoverProps) {
  const number = seedOf(seed);
  const palette = coverPalette(hue);
  const scene = scenes[number % scenes.length];
  return (
    <>
      <rect width={coverSize.width} height={coverSize.height} fill={palette.sky} />
      {scene?.(palette, randomOf(number))}
    </>
  );
}
