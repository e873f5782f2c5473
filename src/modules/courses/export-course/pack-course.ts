import type { Writable } from 'node:stream';
import { writeTarGz } from '../../../platform/archives/write-tar-gz.ts';
import { writeZip } from '../../../platform/archives/write-zip.ts';
import { packageFiles } from '../own-format/write-package.ts';
import { packCartridge } from './cartridge/write-cartridge.ts';
import { packOlx } from './olx/write-olx.ts';
import { type CourseToPack, type ExportFormat, type PackedCourse, reportOn } from './packed-course.ts';
import { packQti } from './qti/write-qti.ts';

/** Our own format says all: each block and each question of a bank. */
const packOwn = ({ content, files }: CourseToPack): PackedCourse => ({
  files: packageFiles(content, files),
  notes: [],
  parts: [
    ...content.sections.flatMap(({ units }) =>
      units.flatMap(({ blocks }) => blocks.map((block) => reportOn(block, []))),
    ),
    ...content.banks.flatMap(({ title, questions }) =>
      questions.map(({ id, type }) => ({
        id,
        type: `question:${type}`,
        title,
        said: 'full' as const,
        notes: [],
      })),
    ),
  ],
});

const packers: Readonly<Record<ExportFormat, (course: CourseToPack) => PackedCourse>> = {
  passerelle: packOwn,
  olx: packOlx,
  cc: packCartridge,
  qti: packQti,
};

/** The course in the files of a format, with what the format could not say. Nothing is opened yet. */
export const packCourse = (course: CourseToPack, format: ExportFormat): PackedCourse =>
  packers[format](course);

/** Streams what was packed and ends the sink. @throws what a file or the sink fails with */
export const writePacked = (packed: PackedCourse, format: ExportFormat, sink: Writable): Promise<void> =>
  (format === 'olx' ? writeTarGz : writeZip)(packed.files, sink);

const endings: Readonly<Record<ExportFormat, string>> = {
  passerelle: '.passerelle.zip',
  olx: '.olx.tar.gz',
  cc: '.imscc',
  qti: '.qti.zip',
};

/** What the file is called: "semer-un-jardin.imscc". */
export const packageName = (slug: string, format: ExportFormat): string => slug + endings[format];

export const packageType = (format: ExportFormat): string =>
  format === 'olx' ? 'application/gzip' : 'application/zip';
