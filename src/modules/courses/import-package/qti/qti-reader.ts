import type { Archive } from '../../../../platform/archives/archive.ts';
import { xmlCharacters } from '../../../../platform/xml/xml-tree.ts';
import { manifestText } from '../cartridge/cartridge-reader.ts';
import { readCartridge } from '../cartridge/read-cartridge.ts';
import type { PackageReader } from '../package-reader.ts';
import { qtiRoot } from './qti-root.ts';

/** Question packages of QTI 1.2, 2.1, 2.2 and 3.0, with a manifest or as bare documents. */
export const qtiReader: PackageReader = {
  format: 'qti',
  recognises: async (archive) => {
    const manifest = await manifestText(archive);
    if (manifest === undefined) return holdsQti(archive);
    const questions = /type\s*=\s*["'](imsqti|apip)/i.test(manifest);
    return questions && !/Common Cartridge|type\s*=\s*["']imswl|organization\s[^>]*>\s*<item/i.test(manifest);
  },
  read: (archive, { name }) => readCartridge(archive, 'qti', name),
};

const looked = 20;
const smallest = 2 * 1024 * 1024;

async function holdsQti(archive: Archive): Promise<boolean> {
  const documents = archive.entries.filter(
    ({ path, bytes }) => /\.(xml|qti)$/i.test(path) && bytes <= smallest,
  );
  for (const { path } of documents.slice(0, looked))
    if (qtiRoot(xmlCharacters(await archive.read(path))) !== undefined) return true;
  return false;
}
