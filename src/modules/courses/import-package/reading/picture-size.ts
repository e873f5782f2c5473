import sharp from 'sharp';
import { type Archive, ArchiveRefused } from '../../../../platform/archives/archive.ts';
import type { PictureSize } from '../qti/picture-places.ts';

/** Width and height in pixels; undefined where the bytes are no picture, or one of more than a hundred million pixels. */
export async function sizeOfPicture(bytes: Uint8Array): Promise<PictureSize | undefined> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: 100_000_000 }).metadata();
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    return undefined;
  }
}

/** Size of a picture in the archive; undefined where it is none, or too large to be read. */
export async function pictureSize(archive: Archive, path: string): Promise<PictureSize | undefined> {
  try {
    return await sizeOfPicture(await archive.read(path));
  } catch (error) {
    if (error instanceof ArchiveRefused && error.code === 'too-large') return undefined;
    throw error;
  }
}
