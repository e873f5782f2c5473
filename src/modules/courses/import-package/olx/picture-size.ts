import sharp from 'sharp';
import type { LeafScene } from './leaf.ts';

/** Width and height in pixels of a picture of the course; undefined where it is missing or cannot be read. */
export async function pictureSize(
  name: string,
  { files, pack }: LeafScene,
): Promise<{ readonly width: number; readonly height: number } | undefined> {
  const path = files.pathOf(name);
  const bytes = path === undefined ? undefined : await pack.bytes(path);
  if (bytes === undefined) return undefined;
  const found = await sharp(bytes, { limitInputPixels: 100_000_000 })
    .metadata()
    .catch(() => undefined);
  return found && found.width > 0 && found.height > 0
    ? { width: found.width, height: found.height }
    : undefined;
}

/** Pixels as percent of a side, within the picture. */
export const percentOf = (pixels: number, side: number): number =>
  Math.min(100, Math.max(0, Math.round((pixels / side) * 10_000) / 100));
