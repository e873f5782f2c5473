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
    const root = (await treeOf(archive, path))?.root;
    if (root !== undefined && isOlxRoot(root)) return packageBelow(archive, path, root);
  }
  return undefined;
}

function isOlxRoot({ name, attributes, children }: XmlNode): boolean {
  if (name === 'library') return 'library' in attributes || 'url_name' in attributes || 'org' in attributes;
  const inside = new Set(children.flatMap((child) => (typeof child === 'string' ? [] : [child.name])));
  return name === 'course' && ('url_name' in attributes || 'org' in attributes || inside.has('chapter'));
}

function packageBelow(archive: Archive, at: string, root: XmlNode): OlxPackage {
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
