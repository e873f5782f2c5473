import type { Storage } from '../../../platform/files/storage.ts';
import { keepOwnFile } from '../keep-files/own-files.ts';
import type { HandedFile } from '../mark-answer/answer.ts';

/** A file as it lies in the storage once somebody sent it. */
export const handed = (
  storage: Storage,
  ownerId: string,
  name: string,
  content = 'words',
): Promise<HandedFile> => keepOwnFile(storage, ownerId, { name, type: 'text/plain', body: bytesOf(content) });

async function* bytesOf(content: string): AsyncGenerator<Buffer> {
  yield Buffer.from(content);
}
