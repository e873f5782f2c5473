import { Readable } from 'node:stream';
import { type Archive, ArchiveRefused } from '../../../../platform/archives/archive.ts';

/** An archive of texts, for packages that a test writes itself. */
export function archiveOf(files: Readonly<Record<string, string | Buffer>>): Archive {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]));
  const find = (path: string): Buffer => {
    const found = contents.get(path);
    if (found === undefined) throw new ArchiveRefused('missing', path);
    return found;
  };
  return {
    entries: [...contents].map(([path, { length }]) => ({ path, bytes: length })),
    has: (path) => contents.has(path),
    read: async (path) => find(path),
    open: async (path) => Readable.from([find(path)]),
    close: async () => {},
  };
}
