import type { Archive } from '../../../../platform/archives/archive.ts';
import {
  elementAt,
  elementsBelow,
  elementsOf,
  readXml,
  textAt,
  type XmlNode,
  XmlUnreadable,
} from '../../../../platform/xml/xml-tree.ts';
import {
  type ItemReport,
  type Note,
  type PackageReader,
  PackageUnreadable,
} from '../../import-package/package-reader.ts';
import { courseOfPieces, langFrom, type Piece, type PieceSection } from './package-block.ts';
import { cleanEntry } from './package-path.ts';

const manifestPath = 'imsmanifest.xml';
const mostManifest = 10_000_000;

/** SCORM 1.2 and 2004: each SCO becomes a unit, each organisation or folder of items a section. */
export const scormReader: PackageReader = {
  format: 'scorm',
  async recognises(archive) {
    if (!archive.has(manifestPath)) return false;
    const text = (await archive.read(manifestPath, mostManifest)).toString('latin1');
    // common cartridges have a manifest of the same name
    return /adlcp|ADL SCORM|scormtype/i.test(text) && !/imsccv1p|imscc_v1|IMS Common Cartridge/i.test(text);
  },
  async read(archive, { name }) {
    const root = await manifestOf(archive);
    const found = readOrganisations({ archive, resources: resourcesOf(root), root });
    return courseOfPieces({
      format: 'scorm',
      title: titleOf(root) || name.replace(/\.\w+$/, ''),
      lang: langFrom(langOf(root)),
      summary: lomText(root, 'description'),
      ...found,
      notes: [],
      name,
    });
  },
};

async function manifestOf(archive: Archive): Promise<XmlNode> {
  try {
    return readXml(await archive.read(manifestPath, mostManifest)).root;
  } catch (error) {
    if (error instanceof XmlUnreadable) throw new PackageUnreadable({ code: 'package-manifest-unreadable' });
    throw error;
  }
}

const lomText = (root: XmlNode, name: string): string => {
  const general = elementsBelow(elementAt(root, 'metadata'), 'general')[0];
  const told = elementAt(general, name);
  return textAt(told, 'string') || textAt(told, 'langstring');
};
const langOf = (root: XmlNode): string | undefined => {
  const general = elementsBelow(elementAt(root, 'metadata'), 'general')[0];
  return textAt(general, 'language') || root.attributes['lang'];
};

function titleOf(root: XmlNode): string {
  const organisations = organisationsOf(root);
  return textAt(organisations[0], 'title') || lomText(root, 'title') || (root.attributes['identifier'] ?? '');
}

/** The default one first. */
function organisationsOf(root: XmlNode): XmlNode[] {
  const holder = elementAt(root, 'organizations');
  const all = [...elementsOf(holder, 'organization')];
  const first = holder?.attributes['default'];
  return all.sort(
    (a, b) => Number(b.attributes['identifier'] === first) - Number(a.attributes['identifier'] === first),
  );
}

interface Resource {
  readonly href: string | undefined;
  readonly isSco: boolean;
}

function resourcesOf(root: XmlNode): Map<string, Resource> {
  const resources = elementsBelow(root, 'resource').map((node): [string, Resource] => {
    const { identifier = '', href, base = '', scormType, scormtype } = node.attributes;
    return [
      identifier,
      {
        href: href === undefined ? undefined : base + href,
        isSco: /^sco$/i.test(scormType ?? scormtype ?? ''),
      },
    ];
  });
  return new Map(resources);
}

interface Scene {
  readonly archive: Archive;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly root: XmlNode;
}

interface Found {
  readonly sections: PieceSection[];
  readonly refused: ItemReport[];
}

function readOrganisations(scene: Scene): Found {
  const found: Found = { sections: [], refused: [] };
  const kind = kindOf(scene.root);
  for (const organisation of organisationsOf(scene.root)) {
    const title = textAt(organisation, 'title') || titleOf(scene.root);
    readItems(scene, found, {
      node: organisation,
      title,
      kind,
      id: organisation.attributes['identifier'] ?? title,
    });
  }
  // a package without items names its pieces by resources alone
  if (found.sections.length === 0 && found.refused.length === 0) {
    const pieces = [...scene.resources]
      .filter(([, { isSco }]) => isSco)
      .flatMap(([id, resource]) => pieceOf(scene, found, { id, title: id, resource, kind, notes: [] }));
    found.sections.push({ id: 'resources', title: titleOf(scene.root), pieces });
  }
  if (found.sections.every(({ pieces }) => pieces.length === 0) && found.refused.length === 0)
    throw new PackageUnreadable({ code: 'package-without-pieces' });
  return found;
}

function kindOf(root: XmlNode): 'scorm-1.2' | 'scorm-2004' {
  const version = textAt(root, 'metadata', 'schemaversion');
  if (/^\s*1\.[12]/.test(version)) return 'scorm-1.2';
  if (/2004|CAM|1\.3/i.test(version)) return 'scorm-2004';
  const has2004 = elementsBelow(root, 'resource').some(
    ({ attributes }) => attributes['scormType'] !== undefined,
  );
  return has2004 ? 'scorm-2004' : 'scorm-1.2';
}

interface Folder {
  readonly node: XmlNode;
  readonly id: string;
  readonly title: string;
  readonly kind: 'scorm-1.2' | 'scorm-2004';
}

/** Leaves of a folder become its pieces; a folder inside it a section of its own, after it. */
function readItems(scene: Scene, found: Found, { node, id, title, kind }: Folder): void {
  const items = elementsOf(node, 'item').filter(({ attributes }) => attributes['isvisible'] !== 'false');
  const isLeaf = (item: XmlNode): boolean => elementsOf(item, 'item').length === 0;
  const pieces = items.filter(isLeaf).flatMap((item) => pieceOfItem(scene, found, item, kind));
  if (pieces.length > 0) found.sections.push({ id, title, pieces });
  for (const item of items.filter((each) => !isLeaf(each))) {
    const { identifier = '' } = item.attributes;
    readItems(scene, found, { node: item, id: identifier, title: textAt(item, 'title') || title, kind });
  }
}

function pieceOfItem(scene: Scene, found: Found, item: XmlNode, kind: 'scorm-1.2' | 'scorm-2004'): Piece[] {
  const { identifier: id = '', identifierref = '', parameters } = item.attributes;
  const resource = scene.resources.get(identifierref);
  const title = textAt(item, 'title') || id;
  const mastery = masteryOf(item);
  const launchData = textAt(item, 'datafromlms') || textAt(item, 'dataFromLMS');
  return pieceOf(scene, found, {
    ...{ id, title, resource, kind, parameters },
    ...(mastery !== undefined && { mastery }),
    ...(launchData !== '' && { launchData }),
    notes: ordersAmong(item) ? [{ code: 'package-sequencing' }] : [],
  });
}

/** From 0 to 1: `masteryscore` of 1.2 is in percent, `minNormalizedMeasure` of 2004 counts from -1 to 1. */
function masteryOf(item: XmlNode): number | undefined {
  const percent = textAt(item, 'masteryscore');
  const objective = elementsBelow(elementAt(item, 'sequencing'), 'primaryObjective')[0];
  const isByMeasure = objective?.attributes['satisfiedByMeasure'] === 'true';
  const measure = isByMeasure ? textAt(objective, 'minNormalizedMeasure') || '1' : '';
  const told = percent === '' ? (measure === '' ? Number.NaN : Number(measure)) : Number(percent) / 100;
  return Number.isFinite(told) ? Math.min(1, Math.max(0, told)) : undefined;
}

/** Rules by which one piece opens or closes another: pieces are open here in any order. */
const ordersAmong = (item: XmlNode): boolean =>
  textAt(item, 'prerequisites') !== '' ||
  elementsBelow(item, 'preConditionRule', 'postConditionRule', 'exitConditionRule').length > 0;

interface Told {
  readonly id: string;
  readonly title: string;
  readonly resource: Resource | undefined;
  readonly kind: 'scorm-1.2' | 'scorm-2004';
  readonly parameters?: string | undefined;
  readonly mastery?: number;
  readonly launchData?: string;
  readonly notes: readonly Note[];
}

function pieceOf({ archive }: Scene, found: Found, told: Told): Piece[] {
  const { id, title, resource, parameters, kind, mastery, launchData, notes } = told;
  const refuse = (code: string, path: string): Piece[] => {
    found.refused.push({ id, type: 'sco', title, outcome: 'refused', notes: [{ code, values: { path } }] });
    return [];
  };
  if (resource?.href === undefined) return refuse('package-file-missing', id);
  const entry = cleanEntry(resource.href, parameters);
  if (entry === undefined) return refuse('package-outside', resource.href.slice(0, 200));
  if (!archive.has(entry.path)) return refuse('package-file-missing', entry.path);
  const content = {
    kind: resource.isSco ? kind : ('html' as const),
    entry: entry.path + entry.rest,
    height: 600,
    points: resource.isSco && mastery !== undefined ? 1 : 0,
    ...(resource.isSco && mastery !== undefined && { mastery }),
    ...(launchData !== undefined && { launchData: launchData.slice(0, 4096) }),
  };
  return [{ id, title, content, type: resource.isSco ? 'sco' : 'asset', notes }];
}
