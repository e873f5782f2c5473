import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { type Archive, type ArchiveEntry, ArchiveRefused } from './archive.ts';

/** A file of an archive, and how its bytes are come by. */
export interface FoundFile extends ArchiveEntry {
  open(): Promise<Readable>;
}

const usualMost = 50 * 1024 ** 2;

/** The face of an archive whose files are known; every kind of archive shows itself through it. */
export function archiveOf(files: ReadonlyMap<string, FoundFile>, close: () => Promise<void>): Archive {
  const wanted = (path: string): FoundFile => {
    const file = files.get(path);
    if (!file) throw new ArchiveRefused('missing', path);
    return file;
  };
  return {
    entries: [...files.values()],
    has: (path) => files.has(path),
    async read(path, most = usualMost) {
      const file = wanted(path);
      if (file.bytes > most) throw new ArchiveRefused('too-large', path);
      return buffer(await file.open());
    },
    open: async (path) => wanted(path).open(),
    close,
  };
}
