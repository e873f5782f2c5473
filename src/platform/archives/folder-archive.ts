import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Archive, ArchiveRefused } from './archive.ts';
import { type ArchiveLimits, type Tally, tallyOf } from './archive-limits.ts';
import { entryPath } from './entry-path.ts';
import { archiveOf, type FoundFile } from './found-files.ts';

/** A folder on disk, read in place; `.git` and its like are left out. @throws ArchiveRefused */
export async function openFolder(folder: string, limits: ArchiveLimits): Promise<Archive> {
  const files = new Map<string, FoundFile>();
  // Nothing is packed here, so nothing can be packed too densely.
  await gather(folder, '', tallyOf({ ...limits, ratio: Number.POSITIVE_INFINITY }, 1), files);
  return archiveOf(files, async () => undefined);
}

async function gather(
  folder: string,
  below: string,
  tally: Tally,
  files: Map<string, FoundFile>,
): Promise<void> {
  for (const item of await readdir(join(folder, below), { withFileTypes: true })) {
    tally.entry();
    const inside = below === '' ? item.name : `${below}/${item.name}`;
    if (item.isDirectory()) {
      if (!item.name.startsWith('.')) await gather(folder, inside, tally, files);
      continue;
    }
    const path = entryPath(inside);
    if (!item.isFile()) throw new ArchiveRefused('link', path);
    if (path !== undefined) files.set(path, await found(join(folder, inside), path, tally));
  }
}

async function found(place: string, path: string, tally: Tally): Promise<FoundFile> {
  const { size } = await lstat(place);
  tally.unpacked(size, path);
  return { path, bytes: size, open: () => openHere(place) };
}

/** A link that took the file's place meanwhile is not followed. */
async function openHere(place: string): Promise<Readable> {
  const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW);
  return file.createReadStream();
}
