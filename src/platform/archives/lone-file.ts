import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { type Archive, ArchiveRefused } from './archive.ts';
import { type ArchiveLimits, usualLimits } from './archive-limits.ts';
import { entryPath } from './entry-path.ts';
import { archiveOf } from './found-files.ts';

/**
 * A file that is no archive, shown as one that holds it alone, under the name by which people call it.
 * @throws ArchiveRefused where the name cannot be one; what the disk throws (ENOENT) goes through
 */
export async function openLoneFile(
  place: string,
  name: string,
  limits: ArchiveLimits = usualLimits,
): Promise<Archive> {
  const path = entryPath(name.replace(/^.*[/\\]/, ''));
  if (path === undefined) throw new ArchiveRefused('missing', name);
  const { size: bytes } = await lstat(place);
  if (bytes > limits.bytes) throw new ArchiveRefused('too-large', path);
  const openHere = async () =>
    (await open(place, constants.O_RDONLY | constants.O_NOFOLLOW)).createReadStream();
  return archiveOf(new Map([[path, { path, bytes, open: openHere }]]), async () => undefined);
}
