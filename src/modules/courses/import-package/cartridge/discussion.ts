import { elementAt, elementsBelow, textAt, type XmlNode } from '../../../../platform/xml/xml-tree.ts';
import { xmlText } from '../../../../platform/xml/xml-text.ts';
import type { Converted } from '../reading/converted.ts';
import { textOfWords } from '../reading/course-lines.ts';
import { fileName } from '../reading/package-files.ts';
import { blockOf, courseTextOf, pageBlocks } from '../reading/page-blocks.ts';
import { pageScene } from './cartridge-scene.ts';
import { documentOf, type ItemAt } from './item-at.ts';

/** HTML of a text element that says whether it is HTML or plain words. */
export function htmlOf(node: XmlNode | undefined): string {
  const text = textAt(node);
  return /plain/i.test(node?.attributes['texttype'] ?? '') ? textOfWords(text) : text;
}

/** Files that a topic or an assignment brings along, as links below its text. */
export const attachmentLinks = (root: XmlNode): string =>
  elementsBelow(root, 'attachment')
    .map(({ attributes }) => attributes['href'] ?? '')
    .filter((href) => href !== '')
    .map((href) => `<p><a href="${xmlText(href)}">${xmlText(fileName(href))}</a></p>`)
    .join('');

/** A topic to discuss; an announcement of Canvas is a text, because there is nothing to answer. */
export async function convertDiscussion(item: ItemAt): Promise<Converted> {
  const { cartridge, leaf, folder, book } = item;
  const root = await documentOf(item);
  const title = leaf.title || textAt(root, 'title') || leaf.identifier;
  const meta = await topicMeta(item);
  const html = htmlOf(elementAt(root, 'text')) + attachmentLinks(root);
  const scene = pageScene(cartridge, folder, book);
  if (textAt(meta, 'workflow_state') === 'unpublished') book.tell('unpublished-there');
  if (textAt(meta, 'type') === 'announcement') {
    book.tell('announcement');
    const blocks = await pageBlocks(html, leaf.unit, scene);
    return { title, blocks, outcome: book.outcome, notes: book.notes };
  }
  if (elementAt(meta, 'assignment') !== undefined) book.lost('discussion-graded');
  const topic = courseTextOf(html, scene) || textOfWords(title);
  const block = blockOf(cartridge.names, `${leaf.unit}-topic`, { type: 'discussion', topic }, title);
  return { title, blocks: [block], outcome: book.outcome, notes: book.notes };
}

async function topicMeta({ cartridge, resource }: ItemAt): Promise<XmlNode | undefined> {
  const named = resource.dependencies.flatMap((id) => cartridge.resourceById.get(id)?.files ?? []);
  for (const path of named.filter((file) => file.endsWith('.xml') && cartridge.archive.has(file))) {
    const root = await cartridge.settingsAt(path);
    if (root?.name === 'topicMeta') return root;
  }
  return undefined;
}
