import type { PackagedFile } from '../package-reader.ts';
import { PartNames } from '../reading/part-names.ts';
import type { OlxPackage } from './olx-package.ts';

/** The static files of the package, by all the ways in which texts name them; remembers which ones are used. */
export class CourseFiles {
  readonly #byName = new Map<string, string>();
  readonly #used = new Map<string, PackagedFile>();
  readonly #missing = new Set<string>();
  readonly #read = new Set<string>();
  readonly #ids = new PartNames();
  readonly #pack: OlxPackage;

  constructor(pack: OlxPackage) {
    this.#pack = pack;
    const paths = pack.paths.filter((path) => path.startsWith('static/'));
    for (const path of paths) this.#byName.set(path.slice('static/'.length), path);
    // Names were cleaned when files were uploaded: "Learning Goals.pdf" is asked for as "Learning_Goals.pdf".
    for (const path of paths) {
      const name = cleaned(path.slice('static/'.length));
      if (!this.#byName.has(name)) this.#byName.set(name, path);
    }
  }

  /** Path below the course's folder of the file that an address or a bare name means; undefined when it is not there. */
  pathOf(name: string): string | undefined {
    const plain = decoded(name).normalize('NFC').replace(/^\/+/, '');
    return this.#byName.get(plain) ?? this.#byName.get(cleaned(plain));
  }

  /** Id for `file:ID`; a file that is named and not there is remembered as missing. */
  use(name: string): string | undefined {
    const path = this.pathOf(name);
    if (path === undefined) {
      this.#missing.add(decoded(name));
      return undefined;
    }
    const known = this.#used.get(path);
    if (known) return known.id;
    const shown = path.slice(path.lastIndexOf('/') + 1);
    const file = { id: this.#ids.next(shown), name: shown, path: this.#pack.placeOf(path) };
    this.#used.set(path, file);
    return file.id;
  }

  /** A file that is made of others of the package, which then are not unused. */
  make(path: string, name: string, made: Uint8Array, of: readonly string[]): string {
    const key = `made:${path}`;
    const known = this.#used.get(key);
    if (known) return known.id;
    for (const each of of) this.#read.add(each);
    const file = { id: this.#ids.next(name), name, path: this.#pack.placeOf(path), made };
    this.#used.set(key, file);
    return file.id;
  }

  /** A file that was asked for and is not wanted by itself after all. */
  leave(id: string): void {
    for (const [path, file] of this.#used) if (file.id === id) this.#used.delete(path);
  }

  /** Where a used file is, below the course's folder. */
  placeOf(id: string): string | undefined {
    return [...this.#used].find(([, file]) => file.id === id)?.[0];
  }

  /** As people call the file. */
  nameOf(id: string | undefined): string | undefined {
    return this.used.find((file) => file.id === id)?.name;
  }

  /** The file's words have been taken over (captions): it is not unused, though nothing names it. */
  read(path: string | undefined): void {
    if (path !== undefined) this.#read.add(path);
  }

  get used(): readonly PackagedFile[] {
    return [...this.#used.values()];
  }

  get missing(): readonly string[] {
    return [...this.#missing];
  }

  /** Static files that no text, film or question names. */
  get unused(): readonly string[] {
    return [...new Set(this.#byName.values())].filter(
      (path) => !this.#used.has(path) && !this.#read.has(path),
    );
  }
}

const cleaned = (name: string): string => name.replace(/[^\p{L}\p{N}_.-]+/gu, '_');

/** An address as people read it; what is no such writing stays as it is. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const assetForms = [
  /^\/?static\/(.+)$/,
  /(?:^|\/)asset-v1:[^/]*?(?:\+|%2B)type(?:@|%40)asset(?:\+|%2B)block(?:@|%40)(.+)$/i,
  /(?:^|\/)c4x\/[^/]+\/[^/]+\/asset\/(.+)$/,
  /^https?:\/\/[^/]+\/(?:c4x\/[^/]+\/[^/]+\/asset|static)\/(.+)$/,
];

/** Name of the static file that an address means; undefined where it means something else. */
export function assetNameOf(address: string): string | undefined {
  const plain = address.trim().replace(/[?#].*$/, '');
  for (const form of assetForms) {
    const name = form.exec(plain)?.[1];
    // In addresses of assets, folders are parted by @.
    if (name !== undefined) return name.replaceAll('@', '/');
  }
  return undefined;
}
