import type { PackageReader } from '../../import-package/package-reader.ts';
import { cmi5Reader } from './cmi5-reader.ts';
import { h5pReader } from './h5p-reader.ts';
import { htmlReader } from './html-reader.ts';
import { scormReader } from './scorm-reader.ts';

/** Readers of packages that run their own script, in the order in which they are asked; after those of other formats. */
export const runPackageReaders: readonly PackageReader[] = [scormReader, cmi5Reader, h5pReader, htmlReader];
