import type { Archive } from '../../../platform/archives/archive.ts';
import type { Ids } from '../../../platform/time/ids.ts';
import {
  type Bank,
  courseAbout,
  type CourseContent,
  courseRules,
  section,
  type Section,
  type Unit,
} from '../content/course-content.ts';
import {
  type PackagedFile,
  type PackageReader,
  PackageUnreadable,
  type ReadPackage,
} from '../import-package/package-reader.ts';
import { type ManifestFile, manifestName, sectionUnits } from './package-layout.ts';
import { manifestPathIn, PackageSource, placeOf, readManifest } from './package-source.ts';
import { ownId, readBank, type Reading, readUnit } from './read-parts.ts';
import { filesOfBlock } from '../publish-course/outline-of.ts';

/** Course packages of the project's own format, see docs/course-format.md. */
export const ownPackageReader: PackageReader = {
  format: 'passerelle',
  recognises: (archive) => Promise.resolve(manifestPathIn(archive) !== undefined),
  read: (archive, { ids }) => readOwnPackage(archive, ids),
};

async function readOwnPackage(archive: Archive, ids: Ids): Promise<ReadPackage> {
  const source = new PackageSource(archive, manifestPathIn(archive) ?? manifestName);
  const manifest = await readManifest(source);
  const about = courseAbout.safeParse(manifest.about);
  if (!about.success)
    throw new PackageUnreadable({
      code: 'own-manifest-broken',
      values: { where: `about.${placeOf(about.error)}` },
    });
  const there = manifest.files.filter(({ path }) => archive.has(source.pathOf(path)));
  const files = new Set(there.map(({ id }) => id));
  const reading: Reading = { source, ids, files, items: [], notes: [], taken: new Set() };
  const rules = readRules(reading, manifest.rules);
  const sections = await readSections(reading, manifest.sections);
  const banks: Bank[] = [];
  for (const path of manifest.banks) banks.push(...present(await readBank(reading, path)));
  const content = { about: about.data, rules, sections, banks };
  return {
    format: 'passerelle',
    content,
    files: filesOf(reading, content, manifest.files),
    items: reading.items,
    notes: reading.notes,
  };
}

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

function readRules(reading: Reading, told: unknown): CourseContent['rules'] {
  const rules = courseRules.safeParse(told ?? {});
  if (rules.success) return rules.data;
  reading.notes.push({ code: 'own-rules-broken', values: { where: placeOf(rules.error) } });
  return courseRules.parse({});
}

async function readSections(reading: Reading, told: readonly unknown[]): Promise<Section[]> {
  const sections: Section[] = [];
  for (const [index, one] of told.entries()) {
    const head = section.omit({ units: true }).safeParse(one);
    const listed = sectionUnits.safeParse(one);
    if (!head.success || !listed.success) {
      reading.notes.push({ code: 'own-section-broken', values: { number: index + 1 } });
      continue;
    }
    const units: Unit[] = [];
    for (const path of listed.data.units) units.push(...present(await readUnit(reading, path)));
    sections.push({ ...head.data, id: ownId(reading, 'section', head.data.id), units });
  }
  return sections;
}

/** The files that the content uses and the archive has; what is left over is counted in a note. */
function filesOf(
  { source, files, notes }: Reading,
  content: CourseContent,
  listed: readonly ManifestFile[],
): PackagedFile[] {
  const named = new Set(filesOfBlock(content));
  const used = listed.filter(({ id }) => files.has(id) && named.has(id));
  const once = [...new Map(used.map((file) => [file.id, file])).values()];
  const unused = listed.filter(({ id }) => !named.has(id)).length;
  if (unused > 0) notes.push({ code: 'own-files-unused', values: { n: unused } });
  return once.map(({ id, name, path }) => ({ id, name, path: source.pathOf(path) }));
}
