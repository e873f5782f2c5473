import type { Archive } from '../../../../platform/archives/archive.ts';
import { readXml, XmlUnreadable } from '../../../../platform/xml/xml-tree.ts';
import type { PackageReader } from '../../import-package/package-reader.ts';
import { courseOfPieces, langFrom } from './package-block.ts';

/** The page that a folder of pages starts with: at the top, or inside the one folder that there is. */
function startOf(archive: Archive): string | undefined {
  const pages = archive.entries.map(({ path }) => path).filter((path) => /(^|\/)index\.html?$/i.test(path));
  const top = pages.filter((path) => !path.includes('/'));
  if (top.length > 0) return top[0];
  const folders = new Set(archive.entries.map(({ path }) => path.split('/')[0]));
  return folders.size === 1 ? pages.find((path) => path.split('/').length === 2) : undefined;
}

/** Pages with an index: one piece that plays by itself and tells nothing. Asked last, since other packages have pages too. */
export const htmlReader: PackageReader = {
  format: 'html',
  recognises: async (archive) => startOf(archive) !== undefined,
  async read(archive, { name }) {
    const entry = startOf(archive) ?? 'index.html';
    const page = (await archive.read(entry, 5_000_000)).toString('utf8');
    const title =
      told(/<title[^<>]{0,300}>([^<]{1,300})<\/title>/i.exec(page)?.[1]) || name.replace(/\.\w+$/, '');
    const lang = langFrom(/<html[^<>]{0,1000}?\slang=["']?([A-Za-z0-9-]{1,40})/i.exec(page)?.[1]);
    const content = { kind: 'html' as const, entry, height: 600, points: 0 };
    const piece = { id: entry, title, content, type: 'html', notes: [] };
    return courseOfPieces({
      ...{ format: 'html', title, lang, name },
      sections: [{ id: entry, title, pieces: [piece] }],
      refused: [],
      notes: [],
    });
  },
};

/** Entities as the page means them. */
function told(text: string | undefined): string {
  if (text === undefined) return '';
  try {
    const { root } = readXml(`<t>${text.replaceAll('<', '')}</t>`);
    return root.children
      .filter((child) => typeof child === 'string')
      .join('')
      .trim();
  } catch (error) {
    if (error instanceof XmlUnreadable) return text.trim();
    throw error;
  }
}
