import { open as openFile, mkdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Bytes kept in a file for as long as they are read, as often as wanted. */
export interface Spool {
  readonly bytes: number;
  /** The bytes from the start; several readers at once are fine. */
  open(): Readable;
  /** Whether somebody still reads. */
  inUse(): boolean;
  close(): Promise<void>;
}

/**
 * Writes a stream to a file that has no name: it is unlinked as soon as it is open, so that nothing stays behind when
 * the process ends, however it ends.
 * @param name of the file for the moment that it has one; must be unused
 * @throws what the stream throws; nothing is kept then
 */
export async function spool(body: Readable, folder: string, name: string): Promise<Spool> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  const file = await openFile(path, 'wx+', 0o600);
  let bytes = 0;
  try {
    await unlink(path);
    for await (const chunk of body as AsyncIterable<Buffer>) {
      await file.writev([chunk]);
      bytes += chunk.length;
    }
  } catch (error) {
    await file.close();
    throw error;
  }
  let readers = 0;
  return {
    bytes,
    open() {
      readers += 1;
      // A start makes every reader keep its own place instead of sharing the file's.
      const stream = file.createReadStream({ start: 0, autoClose: false });
      stream.once('close', () => {
        readers -= 1;
      });
      return stream;
    },
    inUse: () => readers > 0,
    close: () => file.close(),
  };
}
