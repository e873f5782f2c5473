import { ArchiveRefused } from '../../../../platform/archives/archive.ts';
import { xmlCharacters, XmlUnreadable } from '../../../../platform/xml/xml-tree.ts';
import type { Converted } from '../reading/converted.ts';
import { NoteBook, type NoteCode, noteWith } from '../reading/note-book.ts';
import { endingOf, fileName, folderOf } from '../reading/package-files.ts';
import { keptAs, refusedFor } from '../reading/source-block.ts';
import { convertAssignment } from './assignment.ts';
import type { Cartridge } from './cartridge-scene.ts';
import { convertDiscussion } from './discussion.ts';
import type { Resource } from './manifest.ts';
import type { Leaf } from './outline-plan.ts';
import { convertQuestions } from './question-resource.ts';
import type { ResourceKind } from './resource-kind.ts';
import { convertTool } from './tool-link.ts';
import { convertFile, convertPage } from './web-content.ts';
import type { ItemAt } from './item-at.ts';
import { convertLink, linkConverted } from './web-link.ts';

/** Makes blocks of a resource; what cannot be read is kept as source, what is not there is refused. */
export async function convertResource(
  cartridge: Cartridge,
  leaf: Leaf,
  resource: Resource,
): Promise<Converted> {
  const kind = cartridge.kinds.get(resource) ?? 'unknown';
  const { href = '' } = resource;
  if (/^https?:/i.test(href))
    return linkConverted(cartridge, leaf, { address: href, title: leaf.title, framed: false });
  const main = mainFile(resource, kind);
  const path = main === undefined ? undefined : cartridge.files.find(main);
  if (path === undefined && resource.inline === undefined)
    return refusedFor('file-missing', main ?? resource.identifier);
  const item: ItemAt = {
    cartridge,
    leaf,
    resource,
    kind,
    path,
    folder: folderOf(path ?? ''),
    book: new NoteBook(),
  };
  try {
    if (resource.forTeachers) return await forTeachers(item);
    return await byKind(item);
  } catch (error) {
    if (error instanceof XmlUnreadable) return await keptWhole(item, 'xml-unreadable');
    if (error instanceof ArchiveRefused) return refusedFor('file-unreadable', path ?? '');
    throw error;
  }
}

function mainFile({ href, files }: Resource, kind: ResourceKind): string | undefined {
  const named = { assignment: /(assignment|assignment_settings)\.xml$/, 'question-bank': /\.(qti|xml)$/ }[
    kind as string
  ];
  return (named && files.find((file) => named.test(file))) ?? href ?? files[0];
}

function byKind(item: ItemAt): Promise<Converted> {
  switch (item.kind) {
    case 'page':
      return convertPage(item);
    case 'file':
      return Promise.resolve(convertFile(item));
    case 'web-link':
      return convertLink(item);
    case 'discussion':
      return convertDiscussion(item);
    case 'tool':
      return convertTool(item);
    case 'assignment':
      return convertAssignment(item);
    case 'assessment':
    case 'question-bank':
    case 'question-item':
      return convertQuestions(item);
    default:
      return keptWhole(item, 'type-unknown');
  }
}

const written = new Set(['xml', 'html', 'htm', 'xhtml', 'txt', 'json', 'qti', 'dat', 'csv', 'md']);

/** Kept word for word where it is text, else as a file that only authors see. */
async function keptWhole({ cartridge, leaf, resource, path }: ItemAt, reason: NoteCode): Promise<Converted> {
  const { archive, files, names } = cartridge;
  const title = leaf.title || fileName(path ?? resource.identifier);
  const text = path !== undefined && written.has(endingOf(path));
  const source =
    path === undefined ? '' : text ? xmlCharacters(await archive.read(path)) : linkTo(files.use(path), title);
  const item = { name: leaf.unit, format: `common-cartridge:${resource.type}`, source, title };
  return { title, ...keptAs(names, item, reason, resource.type) };
}

async function forTeachers(item: ItemAt): Promise<Converted> {
  const kept = await keptWhole(item, 'for-teachers');
  const { files, archive } = item.cartridge;
  const others = item.resource.files.filter((file) => archive.has(file) && file !== item.path);
  for (const file of others) files.use(file);
  return { ...kept, notes: [noteWith('for-teachers', [kept.title ?? ''])] };
}

const linkTo = (file: string, title: string): string =>
  `<a href="file:${file}">${title.replaceAll('<', '&lt;')}</a>`;
