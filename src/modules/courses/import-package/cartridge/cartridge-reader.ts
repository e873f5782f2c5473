import type { Archive } from '../../../../platform/archives/archive.ts';
import { xmlCharacters } from '../../../../platform/xml/xml-tree.ts';
import type { PackageReader } from '../package-reader.ts';
import { folderWith } from '../reading/archive-folder.ts';
import { readCartridge } from './read-cartridge.ts';

/** Common Cartridge 1.0 to 1.3 and thin ones, as Canvas, Moodle, Sakai, Blackboard and Brightspace write them. */
export const commonCartridgeReader: PackageReader = {
  format: 'common-cartridge',
  recognises: async (archive) => {
    const manifest = await manifestText(archive);
    // a plain content package is read the same way; SCORM runs its own script and is another reader's
    return manifest !== undefined && !/adlcp|ADL SCORM/i.test(manifest);
  },
  read: (archive, { name }) => readCartridge(archive, 'common-cartridge', name),
};

/** Text of the manifest nearest to the top; undefined when there is none. */
export async function manifestText(archive: Archive): Promise<string | undefined> {
  const folder = folderWith(archive, 'imsmanifest.xml');
  if (folder === undefined) return undefined;
  return xmlCharacters(await archive.read(folder === '' ? 'imsmanifest.xml' : `${folder}/imsmanifest.xml`));
}
