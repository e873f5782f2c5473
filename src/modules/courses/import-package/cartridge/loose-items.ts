import { ArchiveRefused } from '../../../../platform/archives/archive.ts';
import { XmlUnreadable } from '../../../../platform/xml/xml-tree.ts';
import type { Unit } from '../../content/course-content.ts';
import type { ItemReport } from '../package-reader.ts';
import { lineOf } from '../reading/course-lines.ts';
import { NoteBook, noteWith } from '../reading/note-book.ts';
import { type ReadQuestion, setBlocks } from '../reading/question-set.ts';
import type { Cartridge } from './cartridge-scene.ts';
import type { Leaf } from './outline-plan.ts';
import { readItem } from './question-items.ts';

/** Items of QTI 2 or 3 that no test names are asked together; those that a test names were reported by it. */
export async function looseItems(
  cartridge: Cartridge,
  leaves: readonly Leaf[],
  title: string,
): Promise<{ readonly unit: Unit | undefined; readonly items: readonly ItemReport[] }> {
  const read: ReadQuestion[] = [];
  const items: ItemReport[] = [];
  for (const leaf of leaves) {
    const { report, questions } = await reportOf(cartridge, leaf, items.length + 1);
    read.push(...questions);
    items.push(report);
  }
  if (read.length === 0) return { unit: undefined, items };
  const id = cartridge.names.next('unit-questions');
  const { blocks } = setBlocks({ name: id, title, read }, cartridge.names, new NoteBook());
  return { unit: { id, title: lineOf(title, id), blocks: [...blocks] }, items };
}

async function reportOf(
  cartridge: Cartridge,
  leaf: Leaf,
  number: number,
): Promise<{ report: ItemReport; questions: readonly ReadQuestion[] }> {
  const named = { id: leaf.identifier, type: leaf.type };
  const href = leaf.resource?.href ?? leaf.resource?.files[0] ?? '';
  const path = cartridge.files.find(href);
  const refused = (
    code: 'file-missing' | 'xml-broken' | 'file-unreadable',
  ): { report: ItemReport; questions: readonly ReadQuestion[] } => ({
    report: {
      ...named,
      title: lineOf(leaf.title, leaf.identifier),
      outcome: 'refused',
      notes: [noteWith(code, [href])],
    },
    questions: [],
  });
  if (path === undefined) return refused('file-missing');
  const asked = cartridge.askedItems.get(path);
  if (asked !== undefined) return { report: { ...named, ...asked }, questions: [] };
  try {
    const { read, report } = await readItem(cartridge, path, number);
    return { report: { ...named, ...report }, questions: read };
  } catch (error) {
    if (error instanceof XmlUnreadable) return refused('xml-broken');
    if (error instanceof ArchiveRefused) return refused('file-unreadable');
    throw error;
  }
}
