import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkStorage } from './check-storage.ts';
import { asTrouble } from './file-trouble.ts';
import { receive, sweepLeftovers, type Incoming } from './incoming.ts';
import {
  isKey,
  RangeOutside,
  type ByteRange,
  type OpenedFile,
  type Storage,
  type StoredFile,
} from './storage.ts';

/**
 * Files in a folder of this machine: `ab/cd/abcd...`. A file appears under its name by a rename once it is whole and on
 * disk, so that a process killed at any moment leaves at most a nameless leftover, which `sweep` removes.
 * @param newName names of files on their way, never used twice
 */
export function localStorage(folder: string, newName: () => string = randomUUID): Storage {
  const incoming = join(folder, 'incoming');
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), key.slice(2, 4), key);
  const storage: Storage = {
    description: `folder ${folder}`,
    async put(content, { maxBytes }) {
      const arrived = await receive(content, incoming, newName(), maxBytes).catch(asTrouble(folder));
      await settle(arrived, pathOf(arrived.key)).catch(asTrouble(folder));
      return { key: arrived.key, bytes: arrived.bytes };
    },
    open: (key, range) => (isKey(key) ? openFile(pathOf(key), range) : Promise.resolve(undefined)),
    async remove(key) {
      if (isKey(key)) await unlink(pathOf(key)).catch(unlessMissing);
    },
    list: () => listFolder(folder),
    sweep: (now) => sweepLeftovers(incoming, now),
    check: () => checkStorage(storage, newName()),
  };
  return storage;
}

/** Puts a file under its final name, for good: the name must survive a power cut as well as the bytes. */
async function settle(arrived: Incoming, path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.size === arrived.bytes) return unlink(arrived.path);
  const folder = dirname(path);
  const firstMade = await mkdir(folder, { recursive: true });
  await rename(arrived.path, path);
  await syncFolder(folder);
  if (firstMade === undefined) return;
  for (let made = folder; made.length >= firstMade.length; made = dirname(made))
    await syncFolder(dirname(made));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and needs no such thing.
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}

async function openFile(path: string, range: ByteRange | undefined): Promise<OpenedFile | undefined> {
  const { size } = (await stat(path).catch(unlessMissing)) ?? {};
  if (size === undefined) return undefined;
  if (!range) return { body: createReadStream(path), bytes: size };
  if (range.start >= size) throw new RangeOutside(size);
  const end = Math.min(range.end ?? size - 1, size - 1);
  return { body: createReadStream(path, { start: range.start, end }), bytes: size };
}

async function* listFolder(folder: string): AsyncGenerator<StoredFile> {
  const within = async (path: string): Promise<string[]> =>
    ((await readdir(path).catch(unlessMissing)) ?? []).sort();
  for (const first of await within(folder)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const second of await within(join(folder, first)))
      for (const key of await within(join(folder, first, second))) {
        const found = await stat(join(folder, first, second, key)).catch(unlessMissing);
        if (found && isKey(key)) yield { key, bytes: found.size };
      }
  }
}

function unlessMissing(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw error;
}
