import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Extract, extract } from 'tar-stream';
import { type Archive, ArchiveRefused } from './archive.ts';
import { type ArchiveLimits, type Tally, tallyOf } from './archive-limits.ts';
import { entryPath, utf8Name } from './entry-path.ts';
import { archiveOf, type FoundFile } from './found-files.ts';

type Entry = Extract extends AsyncIterable<infer E> ? E : never;

/** Old tars carry no magic word; Latin-1 keeps the bytes of names as they are. */
const reading = { allowUnknownFormat: true, filenameEncoding: 'latin1' };

/**
 * A tar has no table of contents: its files are put into a private temporary folder, named by numbers, until close.
 * @param temporary where that folder is made; the system's own place by default
 * @throws ArchiveRefused
 */
export async function openTar(
  path: string,
  packed: boolean,
  limits: ArchiveLimits,
  temporary = tmpdir(),
): Promise<Archive> {
  const folder = await mkdtemp(join(temporary, 'passerelle-archive-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const files = await unpack(path, packed, folder, limits);
    return archiveOf(files, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

async function unpack(
  path: string,
  packed: boolean,
  folder: string,
  limits: ArchiveLimits,
): Promise<Map<string, FoundFile>> {
  const tally = tallyOf(limits, (await stat(path)).size);
  const files = new Map<string, FoundFile>();
  const tar = extract({ ...reading, highWaterMark: 64 * 1024 });
  const feeding = feed(path, packed, tally, tar).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    await keepAll(tar, folder, tally, files);
  } catch (error) {
    throw refusalOf(error, tally.entries);
  } finally {
    await feeding;
  }
  return files;
}

async function feed(path: string, packed: boolean, tally: Tally, tar: Extract): Promise<void> {
  const chunks = packed ? unzipped(createReadStream(path)) : createReadStream(path);
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    // Headers and padding count too: nothing that is unpacked comes for free.
    tally.unpacked(chunk.length);
    if (tar.destroyed) return;
    if (!tar.write(chunk)) await roomAgain(tar);
  }
  tar.end(undefined);
}

/** Errors of either stream come out where it is read. */
function unzipped(source: Readable): Readable {
  const unzipping = createGunzip();
  source.on('error', (error) => unzipping.destroy(error));
  unzipping.on('close', () => source.destroy());
  return source.pipe(unzipping);
}

/** A reader that gave up closes the tar, and then no room will come. */
const roomAgain = (tar: Extract): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      tar.off('drain', go);
      tar.off('close', go);
      resolve();
    };
    tar.on('drain', go);
    tar.on('close', go);
  });

/** Errors of the disk stay what they are; everything else is the archive's fault. */
function refusalOf(error: unknown, found: number): unknown {
  if (error instanceof ArchiveRefused) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^E[A-Z]+$/.test(code)) return error;
  return new ArchiveRefused(found === 0 && !code.startsWith('Z_') ? 'no-archive' : 'broken');
}

async function keepAll(
  tar: Extract,
  folder: string,
  tally: Tally,
  files: Map<string, FoundFile>,
): Promise<void> {
  for await (const entry of tar) {
    tally.entry();
    const path = entryPath(nameOf(entry));
    const plain = isPlainFile(entry, path);
    if (!plain || path === undefined) entry.resume();
    // As with tar itself: what was added later replaces what was there.
    else files.set(path, await keep(entry, path, join(folder, String(tally.entries))));
  }
}

/** Names in extended headers are UTF-8 by definition; others hold whatever bytes the writer had. */
function nameOf(entry: Entry): string {
  const { name } = entry.header;
  const { pax } = entry.header;
  const extended = typeof pax === 'object' && pax !== null && 'path' in pax;
  return extended ? name : (utf8Name(Buffer.from(name, 'latin1')) ?? name);
}

function isPlainFile(entry: Entry, path: string | undefined): boolean {
  switch (entry.header.type) {
    case 'file':
    case 'contiguous-file':
      return true;
    case 'directory':
      return false;
    case 'link':
    case 'symlink':
    case 'character-device':
    case 'block-device':
    case 'fifo':
      throw new ArchiveRefused('link', path);
    default:
      throw new ArchiveRefused('broken', path);
  }
}

async function keep(entry: Entry, path: string, place: string): Promise<FoundFile> {
  const file = await open(place, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of entry as AsyncIterable<Buffer>) {
      await file.writev([chunk]);
      bytes += chunk.length;
    }
  } finally {
    await file.close();
  }
  return { path, bytes, open: async () => createReadStream(place) };
}
