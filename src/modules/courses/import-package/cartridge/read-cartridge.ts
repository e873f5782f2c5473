import { type Archive, ArchiveRefused } from '../../../../platform/archives/archive.ts';
import { readXml, xmlCharacters, type XmlNode, XmlUnreadable } from '../../../../platform/xml/xml-tree.ts';
import { courseRules } from '../../content/course-content.ts';
import { type Note, type PackageFormat, PackageUnreadable, type ReadPackage } from '../package-reader.ts';
import { archiveFolder, folderWith } from '../reading/archive-folder.ts';
import { courseWord } from '../reading/course-words.ts';
import { noteWith } from '../reading/note-book.ts';
import { PackageFiles } from '../reading/package-files.ts';
import { PartNames } from '../reading/part-names.ts';
import { withoutLostUnits } from '../reading/whole-units.ts';
import { qtiRoot } from '../qti/qti-root.ts';
import { aboutCourse, langOf } from './about-course.ts';
import { readCanvasCourse } from './canvas-course.ts';
import type { Cartridge } from './cartridge-scene.ts';
import { withCompetencies } from './tested-competencies.ts';
import { fillOutline } from './fill-outline.ts';
import { linkUnits } from './link-units.ts';
import { type Manifest, readManifest, type Resource } from './manifest.ts';
import { OutlinePlan } from './outline-plan.ts';
import { kindOf, type ResourceKind } from './resource-kind.ts';

/**
 * Reads a content package with a manifest: Common Cartridge, thin or not, and question packages that are packed the same
 * way. Every place of the outline and every resource that no place names is one item of the report.
 * @throws PackageUnreadable when there is no manifest, or one that is no XML
 */
export async function readCartridge(
  whole: Archive,
  format: PackageFormat,
  name: string,
): Promise<ReadPackage> {
  const folder = folderWith(whole, 'imsmanifest.xml') ?? (format === 'qti' ? '' : undefined);
  if (folder === undefined) throw new PackageUnreadable(noteWith('manifest-missing'));
  const archive = archiveFolder(whole, folder);
  const { manifest, notes } = archive.has('imsmanifest.xml')
    ? await manifestOf(archive)
    : { manifest: await manifestOfFiles(archive), notes: [] };
  const cartridge = await cartridgeOf(archive, manifest);
  const lang = langOf(manifest, cartridge.canvas);
  const plan = new OutlinePlan(cartridge.names, cartridge.resourceById, courseWord(lang ?? 'en', 'others'));
  const outline = plan.entries(manifest, cartridge.canvas);
  const beside = manifest.resources.filter(
    (each) => !plan.placed.has(each) && standsAlone(cartridge.kinds.get(each)),
  );
  const leaves = beside.map((each) => plan.leafOf(each));
  await linkUnits(cartridge, outline, leaves);
  const filled = await fillOutline(cartridge, outline, leaves, plan, lang ?? 'en');
  const units = new Set(filled.sections.flatMap((section) => section.units.map(({ id }) => id)));
  const made = {
    about: aboutCourse(manifest, cartridge.canvas, name),
    rules: courseRules.parse({}),
    sections: filled.sections,
    banks: cartridge.banks,
  };
  const tested = withCompetencies(made, filled.items, cartridge);
  const { content, lost } = withoutLostUnits(tested, units);
  const below = folder === '' ? '' : `${folder}/`;
  return {
    format,
    content,
    files: cartridge.files.used.map((file) => ({ ...file, path: below + file.path })),
    items: filled.items,
    notes: [
      ...notes,
      ...filled.notes,
      ...(lang === undefined ? [noteWith('language-unknown')] : []),
      ...(lost > 0 ? [noteWith('unit-links-lost')] : []),
    ],
  };
}

/** A manifest of the QTI documents in an archive that has none. */
async function manifestOfFiles(archive: Archive): Promise<Manifest> {
  const resources: Resource[] = [];
  for (const { path } of archive.entries.filter((entry) => /\.(xml|qti)$/i.test(entry.path))) {
    const kind = qtiRoot(xmlCharacters(await archive.read(path)));
    if (kind === undefined) continue;
    const type = /item$/i.test(kind) ? 'imsqti_item' : 'imsqti';
    resources.push({
      identifier: path,
      type,
      href: path,
      files: [path],
      dependencies: [],
      intendedUse: '',
      forTeachers: false,
      title: '',
      competencies: [],
    });
  }
  return {
    schema: '',
    version: '',
    title: '',
    lang: '',
    description: '',
    keywords: [],
    rights: '',
    outline: [],
    resources,
  };
}

async function manifestOf(archive: Archive): Promise<{ manifest: Manifest; notes: Note[] }> {
  try {
    const { root, broken } = readXml(await archive.read('imsmanifest.xml'));
    const notes = broken === undefined ? [] : [noteWith('xml-broken', ['imsmanifest.xml'])];
    return { manifest: readManifest(root), notes };
  } catch (error) {
    if (error instanceof XmlUnreadable) throw new PackageUnreadable(noteWith('manifest-unreadable'));
    throw error;
  }
}

/** Files that no place names are looked at last, when it is known which of them texts use. */
const standsAlone = (kind: ResourceKind | undefined): boolean =>
  kind !== undefined && kind !== 'file' && kind !== 'settings' && kind !== 'variant';

async function cartridgeOf(archive: Archive, manifest: Manifest): Promise<Cartridge> {
  const names = new PartNames();
  const files = new PackageFiles(archive, names);
  const settingsAt = async (path: string): Promise<XmlNode | undefined> => {
    try {
      return readXml(await archive.read(path)).root;
    } catch (error) {
      if (error instanceof XmlUnreadable || error instanceof ArchiveRefused) return undefined;
      throw error;
    }
  };
  const byId = new Map<string, Resource>();
  for (const each of manifest.resources) if (!byId.has(each.identifier)) byId.set(each.identifier, each);
  const kinds = new Map<Resource, ResourceKind>();
  for (const each of manifest.resources)
    kinds.set(each, await surerKind(each, kindOf(each), archive, settingsAt));
  const banks = manifest.resources.filter((each) => kinds.get(each) === 'question-bank');
  return {
    archive,
    manifest,
    canvas: await readCanvasCourse(archive),
    names,
    files,
    kinds,
    resourceById: byId,
    links: { files, unitOf: new Map(), pathOf: new Map() },
    bankIds: new Map(banks.map(({ identifier }) => [identifier, names.next(`bank-${identifier}`)])),
    askedItems: new Map(),
    settingsAt,
    banks: [],
  };
}

/** A document without a type of its own may belong to something else: then it is no item. */
async function surerKind(
  resource: Resource,
  kind: ResourceKind,
  archive: Archive,
  settingsAt: Cartridge['settingsAt'],
): Promise<ResourceKind> {
  const path = resource.href ?? resource.files[0] ?? '';
  if (!/^(unknown|file)$/.test(kind) || !path.endsWith('.xml') || !archive.has(path)) return kind;
  const root = await settingsAt(path);
  if (root?.name === 'questestinterop') return 'assessment';
  return kind === 'unknown' &&
    root !== undefined &&
    /^(topicMeta|quiz|assignment|assignmentMeta)$/.test(root.name)
    ? 'settings'
    : kind;
}
