import { readXml, type XmlNode } from '../../../../platform/xml/xml-tree.ts';
import type { NoteBook } from '../reading/note-book.ts';
import type { Cartridge } from './cartridge-scene.ts';
import type { Resource } from './manifest.ts';
import type { Leaf } from './outline-plan.ts';
import type { ResourceKind } from './resource-kind.ts';

/** An item while it is converted: its document where it has one, and what is to be told. */
export interface ItemAt {
  readonly cartridge: Cartridge;
  readonly leaf: Leaf;
  readonly resource: Resource;
  readonly kind: ResourceKind;
  /** Its main file in the archive; undefined where the manifest holds the content itself. */
  readonly path: string | undefined;
  readonly folder: string;
  readonly book: NoteBook;
}

/** The item's document; what was not well-formed in it is told. */
export async function documentOf({ cartridge, resource, path, book }: ItemAt): Promise<XmlNode> {
  if (path === undefined) return resource.inline ?? { name: '', attributes: {}, children: [] };
  const { root, broken } = readXml(await cartridge.archive.read(path));
  if (broken !== undefined) book.lost('xml-broken', path);
  return root;
}
