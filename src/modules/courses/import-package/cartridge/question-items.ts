import { elementsBelow, readXml, type XmlNode } from '../../../../platform/xml/xml-tree.ts';
import type { ItemReport } from '../package-reader.ts';
import { asQti2 } from '../qti/items/qti-names.ts';
import { insideHtml } from '../qti/items/item-html.ts';
import { itemQuestions } from '../qti/items/item-questions.ts';
import type { PictureSize } from '../qti/picture-places.ts';
import { lineOf } from '../reading/course-lines.ts';
import { NoteBook } from '../reading/note-book.ts';
import { fileName, folderOf, pathFrom } from '../reading/package-files.ts';
import { courseTextOf } from '../reading/page-blocks.ts';
import { pictureSize } from '../reading/picture-size.ts';
import type { ReadQuestion } from '../reading/question-set.ts';
import { type Cartridge, pageScene } from './cartridge-scene.ts';

/** An item of QTI 2 or 3, read: its questions, and what is to be told of it alone. */
export interface ReadItem {
  readonly read: readonly ReadQuestion[];
  readonly report: Pick<ItemReport, 'title' | 'outcome' | 'notes' | 'part'>;
}

/** Reads the item in a file; `node` where it was read already. @throws XmlUnreadable when it is no XML */
export async function readItem(
  cartridge: Cartridge,
  path: string,
  number: number,
  node?: XmlNode,
): Promise<ReadItem> {
  const book = new NoteBook();
  const tree = node === undefined ? readXml(await cartridge.archive.read(path)) : { root: node };
  if ('broken' in tree && tree.broken !== undefined) book.lost('xml-broken', path);
  const item = asQti2(tree.root);
  const scene = {
    ...pageScene(cartridge, folderOf(path), book),
    sizes: await sizesFor(cartridge, item, path),
  };
  const stimulus = await stimulusOf(cartridge, item, path, book);
  const read = [...stimulus, ...itemQuestions(item, number, scene)];
  const kept = read.filter((each) => each.kind === 'kept');
  for (const each of kept) book.lost(each.reason, each.label);
  const [first] = read.flatMap((each) => (each.kind === 'question' ? [each.question.id] : []));
  const outcome = first === undefined && kept.length > 0 ? 'kept' : book.outcome;
  const title = lineOf(item.attributes['title'] ?? '', fileName(path), 300);
  return { read, report: { title, outcome, notes: book.notes, ...(first !== undefined && { part: first }) } };
}

/** QTI 3 keeps texts that several items share in files of their own. */
async function stimulusOf(
  cartridge: Cartridge,
  item: XmlNode,
  path: string,
  book: NoteBook,
): Promise<ReadQuestion[]> {
  const texts: ReadQuestion[] = [];
  for (const { attributes } of elementsBelow(item, 'assessmentStimulusRef')) {
    const found = cartridge.files.find(pathFrom(folderOf(path), attributes['href'] ?? '') ?? '');
    if (found === undefined) {
      book.lost('file-missing', attributes['href'] ?? '');
      continue;
    }
    cartridge.files.read(found);
    const body = elementsBelow(asQti2(readXml(await cartridge.archive.read(found)).root), 'stimulusBody')[0];
    texts.push({
      kind: 'text',
      text: courseTextOf(insideHtml(body), pageScene(cartridge, folderOf(found), book)),
    });
  }
  return texts;
}

/** Sizes of the pictures on which learners point, where the item does not tell them. */
async function sizesFor(
  { archive, files }: Cartridge,
  item: XmlNode,
  path: string,
): Promise<Map<string, PictureSize>> {
  const sizes = new Map<string, PictureSize>();
  const spatial = elementsBelow(
    item,
    'hotspotInteraction',
    'selectPointInteraction',
    'graphicGapMatchInteraction',
  );
  for (const { attributes } of spatial.flatMap((each) => elementsBelow(each, 'object', 'img'))) {
    const address = attributes['data'] ?? attributes['src'] ?? '';
    const found = files.find(pathFrom(folderOf(path), address) ?? '');
    const size = found === undefined ? undefined : await pictureSize(archive, found);
    if (found !== undefined && size !== undefined) sizes.set(found, size);
  }
  return sizes;
}
