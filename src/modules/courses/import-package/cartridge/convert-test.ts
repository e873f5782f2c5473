import { XmlUnreadable, type XmlNode } from '../../../../platform/xml/xml-tree.ts';
import type { Bank } from '../../content/course-content.ts';
import type { QuestionRules } from '../../content/questions.ts';
import { bankOf } from '../qti/interop/convert-set.ts';
import { type AssessmentTest, readAssessmentTest, type TestPlace } from '../qti/items/assessment-test.ts';
import { asQti2 } from '../qti/items/qti-names.ts';
import type { Converted } from '../reading/converted.ts';
import { NoteBook } from '../reading/note-book.ts';
import { folderOf, pathFrom } from '../reading/package-files.ts';
import { courseTextOf } from '../reading/page-blocks.ts';
import { type ReadQuestion, setBlocks } from '../reading/question-set.ts';
import { pageScene } from './cartridge-scene.ts';
import type { ItemAt } from './item-at.ts';
import { readItem } from './question-items.ts';

interface Reading {
  readonly read: ReadQuestion[];
  readonly draw: QuestionRules['draw'];
  readonly banks: Bank[];
  /** Counts items, for what people call them. */
  number: number;
}

/** A test of QTI 2 or 3: the items that it names, in its order; each item is reported by itself. */
export async function convertTest(at: ItemAt, root: XmlNode): Promise<Converted> {
  const { cartridge, leaf, book } = at;
  const test = readAssessmentTest(await withSections(at, asQti2(root), at.folder, new Set()));
  const title = leaf.title || test.title || leaf.identifier;
  const reading: Reading = { read: [], draw: [], banks: [], number: 0 };
  for (const place of test.places) await readPlace(at, place, reading);
  for (const rule of test.leftOut) book.lost('test-rules-left-out', rule);
  cartridge.banks.push(...reading.banks);
  // what became of the items is told by the items
  const { blocks } = setBlocks(
    { name: leaf.unit, title, read: reading.read, rules: rulesOf(test, reading) },
    cartridge.names,
    new NoteBook(),
  );
  if (reading.read.length === 0 && reading.draw.length === 0) book.tell('questions-none');
  return { title, blocks, outcome: book.outcome, notes: book.notes };
}

/** Puts sections that stand in files of their own into the test, each file once, so that no circle holds us. */
async function withSections(at: ItemAt, node: XmlNode, folder: string, seen: Set<string>): Promise<XmlNode> {
  const children: (XmlNode | string)[] = [];
  for (const child of node.children) {
    if (typeof child === 'string') children.push(child);
    else if (child.name !== 'assessmentSectionRef')
      children.push(await withSections(at, child, folder, seen));
    else children.push(...(await sectionAt(at, child.attributes['href'] ?? '', folder, seen)));
  }
  return { ...node, children };
}

async function sectionAt(at: ItemAt, href: string, folder: string, seen: Set<string>): Promise<XmlNode[]> {
  const path = at.cartridge.files.find(pathFrom(folder, href) ?? '');
  const root = path === undefined || seen.has(path) ? undefined : await at.cartridge.settingsAt(path);
  if (root === undefined || path === undefined) {
    at.book.lost('resource-missing', href);
    return [];
  }
  seen.add(path);
  return [await withSections(at, asQti2(root), folderOf(path), seen)];
}

const rulesOf = (test: AssessmentTest, { draw }: Reading): Partial<QuestionRules> => ({
  ...(test.minutes !== undefined && { minutes: test.minutes }),
  ...(test.attempts !== undefined && { attempts: test.attempts }),
  shuffle: test.shuffle,
  draw,
});

async function readPlace(at: ItemAt, place: TestPlace, to: Reading): Promise<void> {
  if (place.kind === 'text')
    to.read.push({
      kind: 'text',
      text: courseTextOf(place.html, pageScene(at.cartridge, at.folder, at.book)),
    });
  else if (place.kind === 'item') to.read.push(...(await questionsAt(at, place.href, place.weight, to)));
  else await readDrawn(at, place, to);
}

async function readDrawn(
  at: ItemAt,
  place: Extract<TestPlace, { kind: 'draw' }>,
  to: Reading,
): Promise<void> {
  const inside: Reading = { read: [], draw: to.draw, banks: to.banks, number: to.number };
  for (const each of place.places) await readPlace(at, each, inside);
  to.number = inside.number;
  const bank = bankOf(at.cartridge.names.next(`bank-${place.title}`), place.title, inside.read);
  if (bank.questions.length <= place.count || to.draw.length >= 20) {
    to.read.push(...inside.read);
    return;
  }
  to.read.push(...inside.read.filter(({ kind }) => kind !== 'question'));
  to.banks.push(bank);
  to.draw.push({ bank: bank.id, count: Math.min(200, place.count) });
}

/** An item that a second test asks too is asked there as well, and reported once. */
async function questionsAt(
  { cartridge, folder, book }: ItemAt,
  href: string,
  weight: number,
  to: Reading,
): Promise<ReadQuestion[]> {
  const path = cartridge.files.find(pathFrom(folder, href) ?? '') ?? cartridge.files.find(href);
  if (path === undefined) {
    book.lost('resource-missing', href);
    return [];
  }
  to.number += 1;
  try {
    const { read, report } = await readItem(cartridge, path, to.number);
    if (!cartridge.askedItems.has(path)) cartridge.askedItems.set(path, report);
    return read.map((each) =>
      each.kind === 'question' && weight !== 1
        ? {
            kind: 'question',
            question: { ...each.question, points: Math.min(1000, each.question.points * weight) },
          }
        : each,
    );
  } catch (error) {
    if (!(error instanceof XmlUnreadable)) throw error;
    book.lost('xml-broken', path);
    return [];
  }
}
