import { z } from 'zod';
import type { Archive } from '../../../../platform/archives/archive.ts';
import { courseContent } from '../../content/course-content.ts';
import {
  type Note,
  type OfferedDays,
  type PackageReader,
  PackageUnreadable,
  type ReadPackage,
} from '../package-reader.ts';
import { readAbout } from './course-about.ts';
import { readExtras } from './course-extras.ts';
import { CourseFiles } from './course-files.ts';
import { distinct } from './course-html.ts';
import { daysOffered } from './course-days.ts';
import { readGrading } from './grading.ts';
import { jsonIn } from './json-attribute.ts';
import type { LeafScene } from './leaf.ts';
import { type OlxPackage, olxPackageOf } from './olx-package.ts';
import { type OlxNode, OlxTree, type Policy } from './olx-tree.ts';
import { packageNotes } from './package-notes.ts';
import { readCourse } from './read-course.ts';
import { readLibrary } from './read-library.ts';

/** Courses and content libraries of Open edX. */
export const olxReader: PackageReader = {
  format: 'olx',
  recognises: async (archive) => (await olxPackageOf(archive)) !== undefined,
  read: (archive, { name }) => readOlx(archive, name),
};

async function readOlx(archive: Archive, name: string): Promise<ReadPackage> {
  const pack = await olxPackageOf(archive);
  if (pack === undefined) throw new PackageUnreadable({ code: 'olx-no-course' });
  const policy = await policyOf(pack);
  const tree = new OlxTree(pack, policy);
  const course = await tree.nodeOf(pack.root, 'course');
  const files = new CourseFiles(pack);
  const scene: LeafScene = {
    pack,
    tree,
    files,
    units: new Map(),
    course: course.attributes,
    banks: [],
    scriptsAccounted: false,
  };
  return pack.kind === 'library' ? libraryPackage(course, scene, name) : coursePackage(course, scene, name);
}

async function coursePackage(course: OlxNode, scene: LeafScene, name: string): Promise<ReadPackage> {
  const read = await readCourse(course, scene);
  const about = await readAbout(course.attributes, scene, name);
  const extras = await readExtras(course, scene);
  const grading = await readGrading(scene.pack, course.name, read.graded);
  const days = daysOffered(course.attributes);
  if (read.sections.length + extras.sections.length === 0 && read.items.length === 0)
    throw new PackageUnreadable({ code: 'olx-empty' });
  return {
    format: 'olx',
    content: courseContent.parse({
      about: about.about,
      ...(grading.completion !== undefined && { rules: { completion: grading.completion } }),
      sections: [...read.sections, ...extras.sections].slice(0, 300),
      banks: scene.banks,
    }),
    files: scene.files.used,
    ...(days !== undefined && { days }),
    items: [...read.items, ...extras.items],
    notes: distinct([
      ...about.notes,
      ...read.notes,
      ...grading.notes,
      ...(days === undefined ? [] : [daysNote(days)]),
      ...(await packageNotes(course, scene.pack, scene.files)),
    ]),
  };
}

const daysNote = ({ startOn, endOn }: OfferedDays): Note =>
  endOn === null
    ? { code: 'days-from', values: { start: startOn } }
    : { code: 'days-between', values: { start: startOn, end: endOn } };

async function libraryPackage(library: OlxNode, scene: LeafScene, name: string): Promise<ReadPackage> {
  const { about, notes } = await readAbout(library.attributes, scene, library.attributes['library'] ?? name);
  const read = await readLibrary(library, about.title, scene);
  if (read.items.length === 0) throw new PackageUnreadable({ code: 'olx-empty' });
  const told: Note[] = [...notes, ...(await packageNotes(library, scene.pack, scene.files))];
  return {
    format: 'olx',
    content: courseContent.parse({ about, sections: read.sections, banks: [...scene.banks, ...read.banks] }),
    files: scene.files.used,
    items: read.items,
    notes: distinct(told),
  };
}

const policies = z.record(z.string(), z.record(z.string(), z.unknown()));

/** Attributes that stand apart from the parts, by "type/name"; older exports keep them in one file for all runs. */
async function policyOf(pack: OlxPackage): Promise<Policy> {
  const run = pack.root.attributes['url_name'] ?? '';
  const own = [`policies/${run}/policy.json`, `policies/${run}.json`];
  const any = pack.paths.filter(
    (path) => /^policies\/(?:[^/]+\/)?[^/]*policy\.json$/.test(path) && !path.includes('grading'),
  );
  for (const path of [...own, ...any]) {
    const read = jsonIn(await pack.text(path), policies);
    if (read !== undefined) return new Map(Object.entries(read));
  }
  return new Map();
}
