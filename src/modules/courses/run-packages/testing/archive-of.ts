import { Readable } from 'node:stream';
import { type Archive, ArchiveRefused } from '../../../../platform/archives/archive.ts';

/** An archive of these files, for tests. */
export function archiveOf(files: Readonly<Record<string, string>>): Archive {
  const bytesOf = (path: string): Buffer => {
    const text = files[path];
    if (text === undefined) throw new ArchiveRefused('missing', path);
    return Buffer.from(text);
  };
  return {
    entries: Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.byteLength(text) })),
    has: (path) => Object.hasOwn(files, path),
    read: async (path) => bytesOf(path),
    open: async (path) => Readable.from([bytesOf(path)]),
    close: async () => undefined,
  };
}
