import type { PackageReader } from '../package-reader.ts';
import { folderWith } from '../reading/archive-folder.ts';
import { readBackup } from './read-backup.ts';

/** Course backups of Moodle 2 to 5 (.mbz), packed as zip or tar.gz. */
export const moodleReader: PackageReader = {
  format: 'moodle',
  recognises: async (archive) => folderWith(archive, 'moodle_backup.xml') !== undefined,
  read: (archive, { name }) => readBackup(archive, name),
};
