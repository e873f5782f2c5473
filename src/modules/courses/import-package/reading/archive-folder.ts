import type { Archive } from '../../../../platform/archives/archive.ts';

/** A folder of an archive seen as an archive of its own: packages are often zipped with a folder around them. */
export function archiveFolder(archive: Archive, folder: string): Archive {
  if (folder === '') return archive;
  const before = `${folder}/`;
  const inside = archive.entries.filter(({ path }) => path.startsWith(before));
  return {
    entries: inside.map((entry) => ({ ...entry, path: entry.path.slice(before.length) })),
    has: (path) => archive.has(before + path),
    read: (path, most) => archive.read(before + path, most),
    open: (path) => archive.open(before + path),
    close: () => archive.close(),
  };
}

/** The folder nearest to the top that holds a file of this name; undefined when none does. */
export function folderWith(archive: Archive, name: string): string | undefined {
  const found = archive.entries
    .filter(({ path }) => path === name || path.endsWith(`/${name}`))
    .map(({ path }) => path.slice(0, Math.max(0, path.length - name.length - 1)))
    .toSorted((a, b) => a.split('/').length - b.split('/').length || a.length - b.length);
  return found[0];
}
