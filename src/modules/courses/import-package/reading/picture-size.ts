import sharp from 'sharp';
import { type Archive, ArchiveRefused } from '../../../../platform/archives/archive.ts';
import type { PictureSize } from '../qti/picture-places.ts';

/** Width and height in pixels of a picture in the archive; undefined where it is none. */
export async function pictureSize(archive: Archive, path: string): Promise<PictureSize | undefined> {
  try {
    const { width, height } = await sharp(await archive.read(path), {
      limitInputPixels: 100_000_000,
    }).metadata();
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch (error) {
    if (error instanceof ArchiveRefused && error.code !== 'too-large') throw error;
    return undefined;
  }
}
