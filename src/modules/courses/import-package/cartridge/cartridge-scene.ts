import type { Archive } from '../../../../platform/archives/archive.ts';
import type { XmlNode } from '../../../../platform/xml/xml-tree.ts';
import type { Bank } from '../../content/course-content.ts';
import type { ItemReport } from '../package-reader.ts';
import type { NoteBook } from '../reading/note-book.ts';
import type { PageScene } from '../reading/page-blocks.ts';
import type { PackageFiles } from '../reading/package-files.ts';
import type { PartNames } from '../reading/part-names.ts';
import type { CanvasCourse } from './canvas-course.ts';
import { followFrom, type LinkMap } from './cartridge-links.ts';
import type { Manifest, Resource } from './manifest.ts';
import type { ResourceKind } from './resource-kind.ts';

/** A cartridge while it is read. */
export interface Cartridge {
  readonly archive: Archive;
  readonly manifest: Manifest;
  readonly canvas: CanvasCourse;
  readonly names: PartNames;
  readonly files: PackageFiles;
  readonly kinds: ReadonlyMap<Resource, ResourceKind>;
  readonly links: LinkMap;
  readonly resourceById: ReadonlyMap<string, Resource>;
  /** Ids of banks by the names that tests call them by. */
  readonly bankIds: ReadonlyMap<string, string>;
  /** Items of QTI 2 or 3 that a test asks, by path, with what is to be told of each. */
  readonly askedItems: Map<string, Pick<ItemReport, 'title' | 'outcome' | 'notes' | 'part'>>;
  /** A small document beside the content; undefined where it is none. */
  readonly settingsAt: (path: string) => Promise<XmlNode | undefined>;
  /** Banks as they come up. */
  readonly banks: Bank[];
}

/** Scene for the texts of one item whose file stands in `folder`. */
export const pageScene = (cartridge: Cartridge, folder: string, book: NoteBook): PageScene => ({
  archive: cartridge.archive,
  names: cartridge.names,
  files: cartridge.files,
  follow: followFrom(cartridge.links, folder),
  book,
});
