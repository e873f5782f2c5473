import { takingOwnWords } from '../export-course/olx/take-own-words.ts';
import { ownPackageReader } from '../own-format/own-package-reader.ts';
import { commonCartridgeReader } from './cartridge/cartridge-reader.ts';
import { markdownReader } from './markdown/markdown-reader.ts';
import { moodleReader } from './moodle/moodle-reader.ts';
import { olxReader } from './olx/olx-reader.ts';
import { runPackageReaders } from '../run-packages/read/package-readers.ts';
import type { PackageReader } from './package-reader.ts';
import { qtiReader } from './qti/qti-reader.ts';

/** Every format that is read; the first one that recognises an archive reads it. */
export const packageReaders: readonly PackageReader[] = [
  ownPackageReader,
  takingOwnWords(olxReader),
  moodleReader,
  qtiReader,
  commonCartridgeReader,
  // a package may have a README beside it
  ...runPackageReaders,
  markdownReader,
];
