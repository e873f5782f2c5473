import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { xmlCharacters } from '../../../../platform/xml/xml-tree.ts';
import type { Converted } from '../reading/converted.ts';
import { lineOf, textOfWords } from '../reading/course-lines.ts';
import { blockOf, pageBlocks } from '../reading/page-blocks.ts';
import { fileMedium } from '../reading/page-media.ts';
import { endingOf, fileName } from '../reading/package-files.ts';
import { pageScene } from './cartridge-scene.ts';
import type { ItemAt } from './item-at.ts';

const pictures = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'svg', 'bmp']);

/** A page of HTML: its texts, films and frames. */
export async function convertPage({ cartridge, leaf, path = '', folder, book }: ItemAt): Promise<Converted> {
  const html = xmlCharacters(await cartridge.archive.read(path));
  const title = leaf.title || titleOf(html) || fileName(path);
  if (/<meta[^>]+workflow_state[^>]+content="unpublished"/i.test(html)) book.tell('unpublished-there');
  const blocks = await pageBlocks(html, leaf.unit, pageScene(cartridge, folder, book));
  return { title, blocks, outcome: book.outcome, notes: book.notes };
}

function titleOf(html: string): string {
  const title = /<title[^>]*>([^<]{1,1000})<\/title>/i.exec(html.slice(0, 20_000))?.[1] ?? '';
  return textContent(parseDocument(title)).trim();
}

/** A file to watch, hear, look at or open. */
export function convertFile({ cartridge, leaf, path = '', book }: ItemAt): Converted {
  const title = leaf.title || fileName(path);
  const content = pictures.has(endingOf(path))
    ? ({ type: 'text', text: pictureText(cartridge.files.use(path), lineOf(title, fileName(path))) } as const)
    : fileMedium({ path }, title, cartridge).content;
  return {
    title,
    blocks: [blockOf(cartridge.names, `${leaf.unit}-file`, content)],
    outcome: book.outcome,
    notes: book.notes,
  };
}

const pictureText = (file: string, title: string): string =>
  `<figure><img src="file:${file}" alt="${textOfWords(title).replaceAll('"', '&quot;')}" /></figure>`;
