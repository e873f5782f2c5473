import {
  elementsBelow,
  elementsOf,
  textAt,
  textIn,
  type XmlNode,
} from '../../../../platform/xml/xml-tree.ts';
import type { Block } from '../../content/blocks.ts';
import type { Converted } from '../reading/converted.ts';
import { lineOf, textOfWords } from '../reading/course-lines.ts';
import { webAddress } from '../reading/film-link.ts';
import type { NoteBook } from '../reading/note-book.ts';
import { blockOf, courseTextOf } from '../reading/page-blocks.ts';
import type { PartNames } from '../reading/part-names.ts';
import { pageScene } from './cartridge-scene.ts';
import { documentOf, type ItemAt } from './item-at.ts';

const secret = /secret|passw|token|credential|private_?key|consumer_?key|^key$|api_?key/i;

/** A tool of another site (LTI). Its keys stay behind; an operator agrees on new ones with the tool's provider. */
export async function convertTool(item: ItemAt): Promise<Converted> {
  const { cartridge, leaf, folder, book } = item;
  const root = await documentOf(item);
  const title = leaf.title || textAt(root, 'title') || leaf.identifier;
  const url =
    textAt(root, 'secure_launch_url') || textAt(root, 'launch_url') || textAt(root, 'target_link_uri');
  const about = textAt(root, 'description');
  const text =
    about === '' || about === title
      ? ''
      : courseTextOf(textOfWords(about), pageScene(cartridge, folder, book));
  const intro = text === '' ? [] : [blockOf(cartridge.names, `${leaf.unit}-about`, { type: 'text', text })];
  const tool = toolBlock(cartridge.names, leaf.unit, { url, title, settings: settingsOf(root, book) }, book);
  return { title, blocks: [...intro, tool], outcome: book.outcome, notes: book.notes };
}

/** What the author of the link set for the tool, without what looks like a secret. */
function settingsOf(root: XmlNode, book: NoteBook): Record<string, string> {
  const own = elementsOf(root, 'custom').flatMap((each) => elementsBelow(each, 'property'));
  const pairs = own.map((each) => [each.attributes['name'] ?? '', textIn(each).trim()] as const);
  for (const [name] of pairs) if (secret.test(name)) book.tell('secrets-dropped', name);
  return Object.fromEntries(pairs.filter(([name]) => name !== '' && !secret.test(name)));
}

/** A block for a tool; where the address is none, the tool cannot be opened and that is told. */
export function toolBlock(
  names: PartNames,
  name: string,
  tool: { url: string; title: string; settings?: Record<string, string> },
  book: NoteBook,
): Block {
  const url = webAddress(tool.url);
  if (url === undefined) book.lost('link-unusable', tool.url);
  else book.lost('tool-not-connected', url.host);
  for (const parameter of [...(url?.searchParams.keys() ?? [])]) {
    if (!secret.test(parameter)) continue;
    url?.searchParams.delete(parameter);
    book.tell('secrets-dropped', parameter);
  }
  const label = lineOf(tool.title, url?.host ?? name);
  return blockOf(names, `${name}-tool`, {
    type: 'tool',
    url: url?.href ?? tool.url.slice(0, 2000),
    label,
    settings: tool.settings ?? {},
  });
}
