import type { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Storage } from '../../../platform/files/storage.ts';
import { typeOfFile } from './file-types.ts';

/** A file of a course whose bytes are in the storage. */
export interface KeptFile {
  /** What the content calls it: file:ID. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly key: string;
  /** Of a picture, in pixels, upright. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** 2 GB: a long film. */
export const mostFileBytes = 2_000_000_000;

/**
 * Puts the bytes into the storage; the row is written with the course. Call it outside of transactions.
 * @throws FileTooLarge, StorageTrouble
 */
export async function keepFile(
  storage: Storage,
  { id, name, body }: { readonly id: string; readonly name: string; readonly body: Uint8Array | Readable },
): Promise<KeptFile> {
  const clean = fileName(name);
  const type = typeOfFile(clean);
  const stored = await storage.put(body, { contentType: type, maxBytes: mostFileBytes });
  const box = type.startsWith('image/') ? await measure(storage, stored.key) : undefined;
  return { id, name: clean, type, ...stored, ...box };
}

/** Never a path, never empty, no signs that break headers; accents stay. */
export const fileName = (name: string): string =>
  (name.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}"]/gu, '')
    .trim()
    .slice(0, 200) || 'file';

/** Width and height as shown; undefined for what is no picture after all. */
async function measure(
  storage: Storage,
  key: string,
): Promise<{ width: number; height: number } | undefined> {
  const opened = await storage.open(key);
  if (!opened) return undefined;
  try {
    const { autoOrient } = await opened.body.pipe(sharp({ limitInputPixels: 100_000_000 })).metadata();
    return autoOrient.width > 0 && autoOrient.height > 0
      ? { width: autoOrient.width, height: autoOrient.height }
      : undefined;
  } catch {
    return undefined;
  } finally {
    opened.body.destroy();
  }
}
