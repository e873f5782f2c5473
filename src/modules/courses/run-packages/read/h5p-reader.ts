import { type PackageReader, PackageUnreadable } from '../../import-package/package-reader.ts';
import { checkH5p, definitionPath } from './check-h5p.ts';
import { courseOfPieces, langFrom } from './package-block.ts';

/** H5P: one piece, with the libraries that come with it; a broken one is refused with its reason. */
export const h5pReader: PackageReader = {
  format: 'h5p',
  recognises: async (archive) => archive.has(definitionPath),
  async read(archive, { name }) {
    const checked = await checkH5p(archive);
    if ('fault' in checked) throw new PackageUnreadable(checked.fault);
    const { definition } = checked;
    const title = definition.title.trim() || name.replace(/\.\w+$/, '');
    const content = { kind: 'h5p' as const, entry: definitionPath, height: 600, points: 0 };
    const piece = { id: definition.mainLibrary, title, content, type: definition.mainLibrary, notes: [] };
    return courseOfPieces({
      ...{ format: 'h5p', title, lang: langFrom(definition.defaultLanguage ?? definition.language), name },
      sections: [{ id: 'h5p', title, pieces: [piece] }],
      refused: [],
      notes: [],
    });
  },
};
