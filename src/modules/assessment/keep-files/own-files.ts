import { Readable } from 'node:stream';
import type { Storage } from '../../../platform/files/storage.ts';
import type { HandedFile } from '../mark-answer/answer.ts';

/** Films of one's own work are for the blocks of films; a report with pictures fits. */
export const mostMegabytes = 25;
const mostFileBytes = mostMegabytes * 1024 * 1024;
/** The bytes of a UUID. */
const ownerBytes = 16;

/**
 * Keeps a file that somebody hands in. Files are named by their content: with its owner's id before it, a file is nobody
 * else's and can be removed with the person, and handed in twice it is one.
 * @throws FileTooLarge, StorageTrouble
 */
export async function keepOwnFile(
  storage: Storage,
  ownerId: string,
  file: { readonly name: string; readonly type: string; readonly body: AsyncIterable<Buffer> },
): Promise<HandedFile> {
  const stored = await storage.put(Readable.from(owned(ownerId, file.body), { objectMode: false }), {
    contentType: 'application/octet-stream',
    maxBytes: mostFileBytes + ownerBytes,
  });
  const type = /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/.test(file.type) ? file.type : 'application/octet-stream';
  return { key: stored.key, name: file.name, type, bytes: stored.bytes - ownerBytes };
}

async function* owned(ownerId: string, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from(ownerId.replaceAll('-', ''), 'hex');
  yield* body;
}

/** The storage as those see it who read such files: without the owner before the content. */
export const ownFilesIn = (storage: Storage): Storage => ({
  description: storage.description,
  put: (content, options) => storage.put(content, options),
  remove: (key) => storage.remove(key),
  list: () => storage.list(),
  sweep: (now) => storage.sweep(now),
  check: () => storage.check(),
  async open(key, range) {
    const opened = await storage.open(key, {
      start: ownerBytes + (range?.start ?? 0),
      ...(range?.end === undefined ? {} : { end: ownerBytes + range.end }),
    });
    return opened && { ...opened, bytes: opened.bytes - ownerBytes };
  },
});
