import {
  elementAt,
  elementsBelow,
  elementsOf,
  readXml,
  textAt,
  textIn,
  type XmlNode,
  XmlUnreadable,
} from '../../../../platform/xml/xml-tree.ts';
import {
  type ItemReport,
  type PackageReader,
  PackageUnreadable,
} from '../../import-package/package-reader.ts';
import type { Archive } from '../../../../platform/archives/archive.ts';
import { courseOfPieces, langFrom, type Piece, type PieceSection } from './package-block.ts';
import { cleanEntry } from './package-path.ts';

const structurePath = 'cmi5.xml';
const mostStructure = 10_000_000;

/**
 * cmi5: each assignable unit becomes a unit, each block a section. They can be looked at; starting them needs a record
 * store, so that nothing counts yet.
 */
export const cmi5Reader: PackageReader = {
  format: 'cmi5',
  recognises: async (archive) => archive.has(structurePath),
  async read(archive, { name }) {
    const root = await structureOf(archive);
    const course = elementAt(root, 'course');
    const refused: ItemReport[] = [];
    const sections = sectionsIn(archive, refused, root, {
      id: 'course',
      title: said(course, 'title') || name,
    });
    if (sections.length === 0 && refused.length === 0)
      throw new PackageUnreadable({ code: 'package-without-pieces' });
    return courseOfPieces({
      format: 'cmi5',
      title: said(course, 'title') || name.replace(/\.\w+$/, ''),
      lang: langFrom(elementsBelow(course, 'langstring')[0]?.attributes['lang']),
      summary: said(course, 'description'),
      sections,
      refused,
      notes: [{ code: 'package-needs-record-store' }],
      name,
    });
  },
};

async function structureOf(archive: Archive): Promise<XmlNode> {
  try {
    return readXml(await archive.read(structurePath, mostStructure)).root;
  } catch (error) {
    if (error instanceof XmlUnreadable) throw new PackageUnreadable({ code: 'package-manifest-unreadable' });
    throw error;
  }
}

const said = (node: XmlNode | undefined, name: string): string =>
  textIn(elementsOf(elementAt(node, name), 'langstring')[0])
    .replace(/\s+/g, ' ')
    .trim();

interface Heading {
  readonly id: string;
  readonly title: string;
}

/** Units beside each other stand in one section; a block inside is a section of its own, in its place. */
function sectionsIn(
  archive: Archive,
  refused: ItemReport[],
  node: XmlNode,
  { id, title }: Heading,
): PieceSection[] {
  const own = elementsOf(node, 'au').flatMap((unit) => pieceOf(archive, refused, unit));
  const inside = elementsOf(node, 'block').flatMap((block) =>
    sectionsIn(archive, refused, block, {
      id: block.attributes['id'] ?? '',
      title: said(block, 'title') || title,
    }),
  );
  return own.length > 0 ? [{ id, title, pieces: own }, ...inside] : inside;
}

function pieceOf(archive: Archive, refused: ItemReport[], unit: XmlNode): Piece[] {
  const { id = '', masteryScore } = unit.attributes;
  const title = said(unit, 'title') || id;
  const url = textAt(unit, 'url').trim();
  const entry = cleanEntry(url);
  const code = entry === undefined ? 'package-outside' : 'package-file-missing';
  if (entry === undefined || !archive.has(entry.path)) {
    const notes = [{ code, values: { path: url.slice(0, 200) } }];
    refused.push({ id, type: 'au', title, outcome: 'refused', notes });
    return [];
  }
  const mastery = Number(masteryScore);
  const launchData = textAt(unit, 'launchParameters');
  const content = {
    kind: 'cmi5' as const,
    entry: entry.path + entry.rest,
    height: 600,
    points: 0,
    ...(masteryScore !== undefined && mastery >= 0 && mastery <= 1 && { mastery }),
    ...(launchData !== '' && { launchData: launchData.slice(0, 4096) }),
  };
  return [{ id, title, content, type: 'au', notes: [{ code: 'package-needs-record-store' }] }];
}
