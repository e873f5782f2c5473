import type { Archive } from '../../../../platform/archives/archive.ts';
import type { PackageReader } from '../package-reader.ts';
import { folderWith } from '../reading/archive-folder.ts';
import { readBackup } from './read-backup.ts';
import { exportsIn, readExports } from './read-export.ts';

/** Course backups of Moodle 2 to 5 (.mbz), packed as zip or tar.gz, and questions exported as Moodle XML. */
export const moodleReader: PackageReader = {
  format: 'moodle',
  recognises: async (archive) =>
    isBackup(archive) || (isSmall(archive) && (await exportsIn(archive)).length > 0),
  read: (archive, { name }) => (isBackup(archive) ? readBackup(archive, name) : readExports(archive, name)),
};

const isBackup = (archive: Archive): boolean => folderWith(archive, 'moodle_backup.xml') !== undefined;

/** Exports are a few documents: other packages of XML are not searched for them. */
const isSmall = (archive: Archive): boolean =>
  archive.entries.length <= 100 && folderWith(archive, 'imsmanifest.xml') === undefined;
