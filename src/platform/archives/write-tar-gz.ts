import type { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import type { PackedFile } from './packed-file.ts';

const nobodysTime = new Date(0);

async function add(tar: Pack, { path, content, bytes }: PackedFile): Promise<void> {
  const header = { name: path, mtime: nobodysTime, mode: 0o644 };
  if (typeof content !== 'string' && bytes !== undefined) {
    await pipeline(await content(), tar.entry({ ...header, size: bytes }));
    return;
  }
  const whole = typeof content === 'string' ? Buffer.from(content, 'utf8') : await buffer(await content());
  await pipeline([whole], tar.entry({ ...header, size: whole.length }));
}

/**
 * Streams a tar.gz; the same files give the same bytes. Ends the sink.
 * @throws whatever a file or the sink fails with
 */
export async function writeTarGz(files: Iterable<PackedFile>, sink: Writable): Promise<void> {
  const tar = pack();
  const written = pipeline(tar, createGzip(), sink);
  const filled = (async () => {
    for (const file of files) await add(tar, file);
    tar.finalize();
  })();
  filled.catch((fault: Error) => tar.destroy(fault));
  await Promise.all([filled, written]);
}
