import { cleanCourseText } from '../../../../platform/course-text/clean-course-text.ts';
import { elementAt, textAt } from '../../../../platform/xml/xml-tree.ts';
import { xmlText } from '../../../../platform/xml/xml-text.ts';
import type { BlockContent } from '../../content/blocks.ts';
import type { Converted } from '../reading/converted.ts';
import { filmLinkOf, webAddress } from '../reading/film-link.ts';
import { NoteBook } from '../reading/note-book.ts';
import { blockOf } from '../reading/page-blocks.ts';
import { linkedContent } from '../reading/page-media.ts';
import type { Cartridge } from './cartridge-scene.ts';
import { documentOf, type ItemAt } from './item-at.ts';
import type { Leaf } from './outline-plan.ts';

/** A web link: a film, a page in a frame where it is meant so, else a link. */
export async function convertLink(item: ItemAt): Promise<Converted> {
  const root = await documentOf(item);
  const url = elementAt(root, 'url');
  const title = item.leaf.title || textAt(root, 'title');
  return linkConverted(item.cartridge, item.leaf, {
    address: url?.attributes['href'] ?? textAt(root, 'url'),
    title,
    framed: /iframe/i.test(url?.attributes['target'] ?? ''),
    book: item.book,
  });
}

export function linkConverted(
  { names }: Cartridge,
  leaf: Leaf,
  link: { address: string; title: string; framed: boolean; book?: NoteBook },
): Converted {
  const book = link.book ?? new NoteBook();
  const content = contentOf(link, book);
  const title = link.title || webAddress(link.address)?.host || leaf.identifier;
  return {
    title,
    blocks: [blockOf(names, `${leaf.unit}-link`, content)],
    outcome: book.outcome,
    notes: book.notes,
  };
}

function contentOf(
  { address, title, framed }: { address: string; title: string; framed: boolean },
  book: NoteBook,
): BlockContent {
  // people write addresses as they say them
  const url =
    webAddress(address) ??
    (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(address) ? webAddress(`https://${address}`) : undefined);
  if (url === undefined) {
    book.lost('link-unusable', address);
    return { type: 'text', text: cleanCourseText(`<p>${xmlText(title)}</p><p>${xmlText(address)}</p>`) };
  }
  if (framed || filmLinkOf(url.href) !== undefined) return linkedContent(url.href, title);
  const text = `<p><a href="${xmlText(url.href)}">${xmlText(title || url.host)}</a></p>`;
  return { type: 'text', text: cleanCourseText(text) };
}
