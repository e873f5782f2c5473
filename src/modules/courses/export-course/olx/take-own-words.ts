import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Archive } from '../../../../platform/archives/archive.ts';
import type { PackageReader, ReadPackage } from '../../import-package/package-reader.ts';
import { ownPackageReader } from '../../own-format/own-package-reader.ts';
import { manifestName } from '../../own-format/package-layout.ts';
import { mergeOwnWords } from './merge-own-words.ts';
import { ownFolder, ownManifest, type OwnSums, sumsName } from './own-words.ts';

const ownSums = z.object({
  version: z.literal(1),
  files: z.record(z.string(), z.string()),
  sums: z.record(z.string(), z.string()),
  blocks: z.record(z.string(), z.array(z.string())),
});

/**
 * A reader of OLX that takes back what our own export had to put beside it. A part that was changed since is read as OLX;
 * packages of others are read as before.
 */
export const takingOwnWords = (reader: PackageReader): PackageReader => ({
  ...reader,
  async read(archive, scene) {
    const found = await findSums(archive);
    if (found === undefined) return reader.read(archive, scene);
    const own = await readOwn(archive, found, scene);
    const changed = await changedFiles(archive, found);
    if (changed.size === 0) return { ...own, format: reader.format };
    return mergeOwnWords(await reader.read(archive, scene), own, { sums: found.sums, changed });
  },
});

interface Found {
  /** The course's folder in the archive, with a slash at its end. */
  readonly root: string;
  readonly sums: OwnSums;
}

/** Undefined where the package has no such folder, or one that we cannot read: then it is OLX and nothing else. */
async function findSums(archive: Archive): Promise<Found | undefined> {
  const end = `${ownFolder}/${sumsName}`;
  const path = archive.entries
    .map((entry) => entry.path)
    .find((each) => each === end || each.endsWith(`/${end}`));
  if (path === undefined) return undefined;
  const root = path.slice(0, -end.length);
  if (!archive.has(`${root}course.xml`) || !archive.has(`${root}${ownFolder}/${ownManifest}`))
    return undefined;
  try {
    return { root, sums: ownSums.parse(JSON.parse((await archive.read(path)).toString('utf8'))) };
  } catch {
    return undefined;
  }
}

async function changedFiles(archive: Archive, { root, sums }: Found): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const [path, sum] of Object.entries(sums.sums)) {
    const text = archive.has(root + path) ? await archive.read(root + path) : undefined;
    if (text === undefined || createHash('sha256').update(text).digest('hex') !== sum) changed.add(path);
  }
  return changed;
}

/** The folder as the package of our own format that it would be by itself. */
async function readOwn(
  archive: Archive,
  { root, sums }: Found,
  scene: Parameters<PackageReader['read']>[1],
): Promise<ReadPackage> {
  const folder = `${root}${ownFolder}/`;
  const places = new Map(Object.entries(sums.files).map(([own, place]) => [own, root + place]));
  const placeOf = (path: string): string =>
    places.get(path) ?? folder + (path === manifestName ? ownManifest : path);
  const view: Archive = {
    entries: [{ path: manifestName, bytes: 0 }],
    has: (path) => archive.has(placeOf(path)),
    read: (path, most) => archive.read(placeOf(path), most),
    open: (path) => archive.open(placeOf(path)),
    close: () => Promise.resolve(),
  };
  const read = await ownPackageReader.read(view, scene);
  return { ...read, files: read.files.map((file) => ({ ...file, path: placeOf(file.path) })) };
}
