import type { Archive } from '../../../../platform/archives/archive.ts';
import type { PackagedFile } from '../package-reader.ts';
import type { PartNames } from './part-names.ts';

/** The files of an archive as a package's texts name them, and which of them the course uses. */
export class PackageFiles {
  readonly #archive: Archive;
  readonly #names: PartNames;
  readonly #byFoldedPath = new Map<string, string>();
  readonly #used = new Map<string, PackagedFile>();
  readonly #read = new Set<string>();
  readonly #embedded = new Map<string, { readonly document: string; readonly bytes: Uint8Array }>();

  constructor(archive: Archive, names: PartNames) {
    this.#archive = archive;
    this.#names = names;
    for (const { path } of archive.entries) this.#byFoldedPath.set(foldedPath(path), path);
  }

  /** The real path of a file, also when case, accents' form, escapes or a query part are written differently. */
  find(path: string): string | undefined {
    const bare = path.replace(/^\.?\//, '');
    if (this.#archive.has(bare)) return bare;
    const ways = [bare, bare.replace(/[?#].*$/s, ''), bare.replace(/[?#].*$/s, '').replaceAll('+', ' ')];
    for (const way of ways) {
      const found =
        this.#byFoldedPath.get(foldedPath(way)) ?? this.#byFoldedPath.get(foldedPath(unescaped(way)));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Id of a file that the course uses from now on. */
  use(path: string, name = path.slice(path.lastIndexOf('/') + 1)): string {
    const known = this.#used.get(path);
    if (known !== undefined) return known.id;
    const id = this.#names.next(`file-${path}`);
    const inside = this.#embedded.get(path);
    this.#used.set(
      path,
      inside === undefined ? { id, name, path } : { id, name, path: inside.document, made: inside.bytes },
    );
    return id;
  }

  /** A file that stands inside of a document of the archive; from now on it can be used by `path`, a name of ours. */
  embed(document: string, path: string, bytes: Uint8Array): void {
    this.#embedded.set(path, { document, bytes });
  }

  /** The file's words have been taken over (captions, a shared text): it is not unused, though nothing names it. */
  read(path: string): void {
    this.#read.add(path);
  }

  /** Whether the course uses the file, or has taken over what it says. */
  uses(path: string): boolean {
    return this.#used.has(path) || this.#read.has(path);
  }

  get used(): readonly PackagedFile[] {
    return [...this.#used.values()];
  }
}

const foldedPath = (path: string): string => path.normalize('NFC').toLowerCase();

/** Percent escapes read; what is no escape stays. */
export function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A relative address seen from a folder, without `.` and `..`; undefined when it leads out of the package. */
export function pathFrom(folder: string, address: string): string | undefined {
  const steps = address.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of address.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}

/** The folder in which a file stands; empty at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** "Semaine 1.pdf" of "a/b/Semaine 1.pdf". */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Lower-case ending without the dot; empty when there is none. */
export const endingOf = (path: string): string =>
  /\.([A-Za-z0-9]{1,10})$/.exec(path)?.[1]?.toLowerCase() ?? '';
