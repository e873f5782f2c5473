import type { PictureSize } from '../qti/picture-places.ts';
import { sizeOfPicture } from '../reading/picture-size.ts';
import type { LeafScene } from './leaf.ts';

/** Width and height in pixels of a picture of the course; undefined where it is missing or cannot be read. */
export async function pictureSize(
  name: string,
  { files, pack }: LeafScene,
): Promise<PictureSize | undefined> {
  const path = files.pathOf(name);
  const bytes = path === undefined ? undefined : await pack.bytes(path);
  return bytes === undefined ? undefined : sizeOfPicture(bytes);
}

/** Pixels as percent of a side, within the picture. */
export const percentOf = (pixels: number, side: number): number =>
  Math.min(100, Math.max(0, Math.round((pixels / side) * 10_000) / 100));
