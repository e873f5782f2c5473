import { elementsOf, type XmlNode } from '../../../../platform/xml/xml-tree.ts';
import { abroad, type FollowLink, type LinkTarget } from '../reading/link-target.ts';
import { type PackageFiles, unescaped } from '../reading/package-files.ts';
import { field } from './moodle-text.ts';

/** A file of files.xml: kept under its hash, named by where it is used. */
export interface BackupFile {
  readonly context: string;
  readonly component: string;
  readonly area: string;
  readonly item: string;
  /** With its folders: "/pictures/a.png". */
  readonly name: string;
  readonly fileName: string;
  readonly hash: string;
}

/** Where a text stands: its files are looked for there first. */
export interface FilePlace {
  readonly context?: string;
  /** "mod_page", "question" */
  readonly component?: string;
  readonly area?: string;
  readonly item?: string;
}

export function readBackupFiles(root: XmlNode | undefined): BackupFile[] {
  return elementsOf(root, 'file')
    .map((node) => ({
      context: field(node, 'contextid'),
      component: field(node, 'component'),
      area: field(node, 'filearea'),
      item: field(node, 'itemid'),
      name: `${field(node, 'filepath') || '/'}${field(node, 'filename')}`.normalize('NFC'),
      fileName: field(node, 'filename').normalize('NFC'),
      hash: field(node, 'contenthash'),
    }))
    .filter(({ fileName, hash }) => fileName !== '' && fileName !== '.' && /^[0-9a-f]{40}$/.test(hash));
}

/** What the addresses of a backup lead to. */
export class BackupLinks {
  readonly files: readonly BackupFile[];
  readonly #packaged: PackageFiles;
  /** Units by id of the course module. */
  readonly unitOf = new Map<string, string>();
  readonly #byName = new Map<string, BackupFile[]>();

  constructor(files: readonly BackupFile[], packaged: PackageFiles) {
    this.files = files;
    this.#packaged = packaged;
    for (const file of files) this.#byName.set(file.name, [...(this.#byName.get(file.name) ?? []), file]);
  }

  /** Path in the archive, in its folder by hash; undefined where the file was left out of the backup. */
  pathOf({ hash }: BackupFile): string | undefined {
    return this.#packaged.find(`files/${hash.slice(0, 2)}/${hash}`);
  }

  /** Files of one place, in the order of the backup. */
  filesAt(place: FilePlace): readonly BackupFile[] {
    return this.files.filter((file) => fits(file, place));
  }

  followFrom(place: FilePlace): FollowLink {
    return (address) => {
      const file = /^@@PLUGINFILE@@\/?([^?#]*)/.exec(address)?.[1];
      if (file !== undefined) return this.#file(place, `/${unescaped(file)}`.normalize('NFC'));
      // a link to the course itself needs no address here
      if (/^\$@COURSE/.test(address)) return { kind: 'abroad', address: '' };
      const [, , module] = /^\$@([A-Z]+?)VIEWBYID(?:CH)?\*(\d+)/.exec(address) ?? [];
      const unit = module === undefined ? undefined : this.unitOf.get(module);
      if (unit !== undefined) return { kind: 'unit', id: unit };
      return abroad(address) ?? { kind: 'missing' };
    };
  }

  #file(place: FilePlace, name: string): LinkTarget {
    const named = this.#byName.get(name) ?? [];
    const { area, item, ...wider } = place;
    const found =
      named.find((file) => fits(file, place)) ??
      named.find((file) => fits(file, { ...wider, ...(item !== undefined && { item }) })) ??
      named.find((file) => fits(file, { ...wider, ...(area !== undefined && { area }) })) ??
      named.find((file) => fits(file, wider));
    const path = found === undefined ? undefined : this.pathOf(found);
    return found === undefined || path === undefined
      ? { kind: 'missing' }
      : { kind: 'file', path, name: found.fileName };
  }
}

const fits = (file: BackupFile, { context, component, area, item }: FilePlace): boolean =>
  (context === undefined || file.context === context) &&
  (component === undefined || file.component === component) &&
  (area === undefined || file.area === area) &&
  (item === undefined || file.item === item);
