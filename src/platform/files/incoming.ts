import { createHash } from 'node:crypto';
import { mkdir, open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileTooLarge, type StoredFile } from './storage.ts';

/** Bytes that have arrived whole, in a file that is not yet where it belongs. */
export interface Incoming extends StoredFile {
  readonly path: string;
}

/** An upload of an hour is given up by every server before. */
const leftoverAfterMs = 60 * 60_000;

/**
 * Writes content to a file of its own, safely on disk when it returns; removes it again when anything fails.
 * @throws FileTooLarge, what the stream throws, what the disk throws
 */
export async function receive(
  content: Uint8Array | Readable,
  folder: string,
  name: string,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<Incoming> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  const file = await open(path, 'wx', 0o640);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of content instanceof Uint8Array
      ? [content]
      : (content as AsyncIterable<Buffer>)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new FileTooLarge(maxBytes);
      hash.update(chunk);
      await file.writev([chunk]);
    }
    await file.sync();
    return { path, bytes, key: hash.digest('hex') };
  } catch (error) {
    await unlink(path);
    throw error;
  } finally {
    await file.close();
  }
}

/** Removes files of writers that were killed. Running ones are younger than an hour. */
export async function sweepLeftovers(folder: string, now: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs < leftoverAfterMs) continue;
    await unlink(path).catch(() => undefined);
    removed += 1;
  }
  return removed;
}
