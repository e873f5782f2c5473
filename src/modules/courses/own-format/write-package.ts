import type { Readable, Writable } from 'node:stream';
import type { PackedFile } from '../../../platform/archives/packed-file.ts';
import { writeZip } from '../../../platform/archives/write-zip.ts';
import { block } from '../content/blocks.ts';
import {
  bank,
  courseAbout,
  type CourseContent,
  courseRules,
  section,
  type Section,
  type Unit,
  unit,
} from '../content/course-content.ts';
import { captionsApart, type TextEntry } from './caption-files.ts';
import { PackagePaths } from './file-paths.ts';
import { formatName, formatVersion, manifestName } from './package-layout.ts';
import { withTextLines } from './text-lines.ts';
import { toldValue } from './told-values.ts';

/** A file that the course's content names as `file:ID`. */
export interface CourseFileSource {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  open(): Promise<Readable>;
}

const jsonText = (value: unknown): string => `${JSON.stringify(withTextLines(value), null, 2)}\n`;

/** One unit as files: its own, and one for each caption track. */
function unitTexts(content: Unit, paths: PackagePaths): readonly [TextEntry, ...TextEntry[]] {
  const apart = content.blocks.map((one) => captionsApart(one, toldValue(block, one), paths));
  const told = toldValue(unit.omit({ blocks: true }), content) as object;
  const text = jsonText({ ...told, blocks: apart.map((one) => one.told) });
  const path = paths.take('units', `${content.id}.json`, 'unit.json');
  return [{ path, text }, ...apart.flatMap(({ files }) => files)];
}

/** One section as the manifest has it, and the files of its units. */
function sectionParts(content: Section, paths: PackagePaths): { told: object; texts: TextEntry[] } {
  const units = content.units.map((one) => unitTexts(one, paths));
  const told = toldValue(section.omit({ units: true }), content) as object;
  return { told: { ...told, units: units.map(([own]) => own.path) }, texts: units.flat() };
}

/**
 * The files of a package, the manifest first; nothing is opened yet. docs/course-format.md describes them.
 * The same content and the same files in the same order give the same texts and paths.
 */
export function packageFiles(content: CourseContent, files: readonly CourseFileSource[]): PackedFile[] {
  const paths = new PackagePaths();
  const sections = content.sections.map((one) => sectionParts(one, paths));
  const banks = content.banks.map((one) => ({
    path: paths.take('banks', `${one.id}.json`, 'bank.json'),
    text: jsonText(toldValue(bank, one)),
  }));
  const named = files.map((file) => ({ file, path: paths.take('files', file.name, file.id) }));
  const manifest = jsonText({
    format: formatName,
    version: formatVersion,
    about: toldValue(courseAbout, content.about),
    rules: toldValue(courseRules, content.rules),
    sections: sections.map(({ told }) => told),
    banks: banks.map(({ path }) => path),
    files: named.map(({ file: { id, name }, path }) => ({ id, name, path })),
  });
  return [
    { path: manifestName, content: manifest },
    ...[...sections.flatMap(({ texts }) => texts), ...banks].map(({ path, text }) => ({
      path,
      content: text,
    })),
    ...named.map(({ file, path }) => ({ path, content: () => file.open() })),
  ];
}

/**
 * Streams a course as a zip of the project's own format and ends the sink. The same course gives the same bytes.
 * @throws whatever a file or the sink fails with
 */
export const writeOwnPackage = (
  content: CourseContent,
  files: readonly CourseFileSource[],
  sink: Writable,
): Promise<void> => writeZip(packageFiles(content, files), sink);
