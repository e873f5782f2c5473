import { readXml, textAt, type XmlNode, xmlSource } from '../../../../platform/xml/xml-tree.ts';
import type { Bank } from '../../content/course-content.ts';
import { bankOf, type ConvertedSet, convertSet } from '../qti/interop/convert-set.ts';
import { type InteropSet, interopSets } from '../qti/interop/interop-set.ts';
import type { Converted } from '../reading/converted.ts';
import { folderOf } from '../reading/package-files.ts';
import { courseTextOf } from '../reading/page-blocks.ts';
import { NoteBook } from '../reading/note-book.ts';
import { setBlocks } from '../reading/question-set.ts';
import { keptAs, sourceBlock } from '../reading/source-block.ts';
import { convertTest } from './convert-test.ts';
import { canvasQuizRules, testRules } from './canvas-quiz.ts';
import { type Cartridge, pageScene } from './cartridge-scene.ts';
import { documentOf, type ItemAt } from './item-at.ts';
import { readItem } from './question-items.ts';

const mostBanks = 100;

/** A test becomes a set of questions, a bank of questions a bank of the course. */
export async function convertQuestions(item: ItemAt): Promise<Converted> {
  const { cartridge, leaf, book } = item;
  const fuller = fullerForm(item);
  const root =
    fuller === undefined ? await documentOf(item) : readXml(await cartridge.archive.read(fuller)).root;
  if (/^(qti-assessment-test|assessmentTest)$/.test(root.name)) return convertTest(item, root);
  if (/^(qti-assessment-item|assessmentItem)$/.test(root.name)) return convertItem(item, root);
  const [set, ...more] = root.name === 'questestinterop' ? interopSets(root) : [];
  if (set === undefined) {
    const kept = { name: leaf.unit, format: `qti:${root.name}`, source: xmlSource(root), title: leaf.title };
    return keptAs(
      cartridge.names,
      kept,
      root.name === 'questestinterop' ? 'questions-none' : 'type-unknown',
      root.name,
    );
  }
  if (item.kind === 'question-bank' || set.kind === 'bank') return convertBank(item, [set, ...more]);
  const meta = await metaOf(item);
  const title = leaf.title || textAt(meta, 'title') || set.title || leaf.identifier;
  const scene = setScene(item, textAt(meta, 'shuffle_answers') === 'true');
  const converted = together([set, ...more].map((each) => convertSet(each, scene)));
  addBanks(cartridge.banks, converted.banks);
  const intro = courseTextOf(textAt(meta, 'description'), scene) + converted.intro;
  const rules = { ...testRules(set.fields), ...canvasQuizRules(meta, book), draw: [...converted.draw] };
  if (/survey/.test(textAt(meta, 'quiz_type'))) book.tell('survey-as-questions');
  const { blocks, outcome } = setBlocks(
    { name: leaf.unit, title, intro, rules, read: converted.read },
    cartridge.names,
    book,
  );
  if (converted.read.length === 0 && converted.draw.length === 0) book.tell('questions-none');
  return { title, blocks, outcome, notes: book.notes };
}

/** One item of QTI 2 or 3 that has a place of its own. */
async function convertItem({ cartridge, leaf, path = '', book }: ItemAt, root: XmlNode): Promise<Converted> {
  const { read, report } = await readItem(cartridge, path, 1, root);
  const title = leaf.title || report.title;
  const { blocks } = setBlocks({ name: leaf.unit, title, read }, cartridge.names, new NoteBook());
  return { title, blocks, outcome: report.outcome, notes: [...report.notes, ...book.notes] };
}

const setScene = (item: ItemAt, shuffle: boolean) => ({
  ...pageScene(item.cartridge, item.folder, item.book),
  shuffle,
  bankNamed: (ident: string) => item.cartridge.bankIds.get(ident),
});

const together = (sets: readonly ConvertedSet[]): ConvertedSet => ({
  intro: sets.map(({ intro }) => intro).join(''),
  read: sets.flatMap(({ read }) => read),
  draw: sets.flatMap(({ draw }) => draw).slice(0, 20),
  banks: sets.flatMap(({ banks }) => banks),
});

/** Canvas writes a test twice: what the standard's profile allows, and all of it. */
function fullerForm({ cartridge, resource }: ItemAt): string | undefined {
  const named = resource.dependencies.flatMap((id) => cartridge.resourceById.get(id)?.files ?? []);
  const ways = [
    ...named.filter((file) => file.endsWith('.qti')),
    `non_cc_assessments/${resource.identifier}.xml.qti`,
  ];
  return ways.map((way) => cartridge.files.find(way)).find((path) => path !== undefined);
}

async function metaOf({ cartridge, resource, folder }: ItemAt): Promise<XmlNode | undefined> {
  const named = resource.dependencies.flatMap((id) => cartridge.resourceById.get(id)?.files ?? []);
  const ways = [
    ...named.filter((file) => file.endsWith('assessment_meta.xml')),
    `${folder}/assessment_meta.xml`,
    `${folderOf(resource.identifier)}${resource.identifier}/assessment_meta.xml`,
  ];
  const path = ways.find((way) => cartridge.archive.has(way));
  return path === undefined ? undefined : cartridge.settingsAt(path);
}

/** Banks have no unit; questions of theirs that cannot be asked are kept in one, because a bank holds no sources. */
async function convertBank(item: ItemAt, sets: readonly InteropSet[]): Promise<Converted> {
  const { cartridge, leaf, resource, book } = item;
  const title = leaf.title || sets[0]?.title || resource.identifier;
  const converted = together(
    sets.map((set) =>
      convertSet(
        { ...set, groups: set.groups.map(({ draw: _draw, ...group }) => group) },
        setScene(item, false),
      ),
    ),
  );
  const id =
    cartridge.bankIds.get(resource.identifier) ?? cartridge.names.next(`bank-${resource.identifier}`);
  const bank = bankOf(id, title, converted.read);
  const rest = converted.read.filter(({ kind }) => kind === 'kept');
  const words = converted.read.flatMap((each) => (each.kind === 'text' ? [each.text] : []));
  const beside =
    rest.length === 0 ? undefined : setBlocks({ name: leaf.unit, title, read: rest }, cartridge.names, book);
  const onlyKept = bank.questions.length === 0 && rest.length > 0;
  if (!onlyKept && cartridge.banks.length >= mostBanks) {
    book.tell('bank-as-set');
    return {
      title,
      ...setBlocks({ name: leaf.unit, title, read: converted.read }, cartridge.names, book),
      notes: book.notes,
    };
  }
  if (!onlyKept) addBanks(cartridge.banks, [bank]);
  const blocks = [
    ...(beside?.blocks ?? []),
    ...words.map((text) => sourceBlock(cartridge.names, `${leaf.unit}-text`, 'qti:text', text, title)),
  ];
  return { title, blocks, outcome: onlyKept ? 'kept' : book.outcome, notes: book.notes };
}

function addBanks(to: Bank[], banks: Cartridge['banks']): void {
  to.push(...banks);
}
