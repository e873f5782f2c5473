import type { Archive } from '../../../../platform/archives/archive.ts';
import {
  readXml,
  xmlCharacters,
  type XmlNode,
  type XmlTree,
  XmlUnreadable,
} from '../../../../platform/xml/xml-tree.ts';

/** An OLX archive below the folder in which its course.xml or library.xml stands. */
export interface OlxPackage {
  readonly kind: 'course' | 'library';
  readonly root: XmlNode;
  /** What was not well-formed in the file of the root. */
  readonly broken?: string;
  /** Paths below the folder. */
  readonly paths: readonly string[];
  /** The path in the archive. */
  placeOf(path: string): string;
  has(path: string): boolean;
  /** Characters of a file; undefined where there is none, or it is larger than 20 MB. */
  text(path: string): Promise<string | undefined>;
  bytes(path: string): Promise<Buffer | undefined>;
  /** Undefined where there is no such file or no element in it. */
  xml(path: string): Promise<(XmlTree & { readonly source: string }) | undefined>;
}

const largestText = 20 * 1024 ** 2;

/** The package, or undefined when it is none of OLX: a Moodle backup too has a course.xml. */
export async function olxPackageOf(archive: Archive): Promise<OlxPackage | undefined> {
  const roots = archive.entries
    .map(({ path }) => path)
    .filter((path) => /(^|\/)(course|library)\.xml$/.test(path) && !path.includes('drafts/'))
    .sort((a, b) => a.split('/').length - b.split('/').length || a.localeCompare(b));
  for (const path of roots.slice(0, 5)) {
    const tree = await treeOf(archive, path);
    if (tree !== undefined && isOlxRoot(tree.root)) return packageBelow(archive, path, tree);
  }
  return loneDocument(archive);
}

/** A document of one part of a course, such as an exported problem, stands in a course of its own. */
async function loneDocument(archive: Archive): Promise<OlxPackage | undefined> {
  const [only, ...others] = archive.entries;
  if (only === undefined || others.length > 0 || !/\.xml$/i.test(only.path)) return undefined;
  const tree = await treeOf(archive, only.path);
  const part = tree?.root;
  if (part === undefined) return undefined;
  if (isOlxRoot(part)) return packageBelow(archive, only.path, tree ?? { root: part });
  const around = aroundPart(part.name);
  if (around === undefined) return undefined;
  const name = only.path.replace(/\.xml$/i, '');
  const named =
    'url_name' in part.attributes ? part : { ...part, attributes: { url_name: name, ...part.attributes } };
  const root = around.reduceRight<XmlNode>(
    (inside, each) => ({ name: each, attributes: {}, children: [inside] }),
    named,
  );
  return packageBelow(archive, only.path, { ...tree, root });
}

const boxes = ['course', 'chapter', 'sequential', 'vertical'];
const leaves =
  /^(problem|video|openassessment|poll|survey|drag-and-drop-v2|word_cloud|lti_consumer|library_content|itembank)$/;

/** What a part stands in; undefined for what is no part of a course. */
function aroundPart(name: string): string[] | undefined {
  const at = boxes.indexOf(name);
  if (at > 0) return boxes.slice(0, at);
  return leaves.test(name) ? boxes : undefined;
}

function isOlxRoot({ name, attributes, children }: XmlNode): boolean {
  if (name === 'library') return 'library' in attributes || 'url_name' in attributes || 'org' in attributes;
  const inside = new Set(children.flatMap((child) => (typeof child === 'string' ? [] : [child.name])));
  return name === 'course' && ('url_name' in attributes || 'org' in attributes || inside.has('chapter'));
}

function packageBelow(archive: Archive, at: string, { root, broken }: XmlTree): OlxPackage {
  const below = at.slice(0, at.lastIndexOf('/') + 1);
  const placeOf = (path: string): string => `${below}${path}`;
  const bytes = async (path: string): Promise<Buffer | undefined> => {
    const entry = sizes.get(path);
    return entry === undefined || entry > largestText ? undefined : archive.read(placeOf(path), largestText);
  };
  const within = archive.entries.filter(({ path }) => path.startsWith(below));
  const sizes = new Map(within.map((entry) => [entry.path.slice(below.length), entry.bytes]));
  return {
    kind: root.name === 'library' ? 'library' : 'course',
    root,
    ...(broken !== undefined && { broken }),
    paths: [...sizes.keys()],
    placeOf,
    has: (path) => sizes.has(path),
    bytes,
    text: async (path) => {
      const found = await bytes(path);
      return found === undefined ? undefined : xmlCharacters(found).replace(/^\ufeff/, '');
    },
    xml: (path) => (sizes.has(path) ? treeOf(archive, placeOf(path)) : Promise.resolve(undefined)),
  };
}

async function treeOf(archive: Archive, path: string): Promise<(XmlTree & { source: string }) | undefined> {
  try {
    const source = xmlCharacters(await archive.read(path, largestText)).replace(/^\ufeff/, '');
    return { ...readXml(source), source };
  } catch (error) {
    if (error instanceof XmlUnreadable) return undefined;
    throw error;
  }
}
