import {
  elementAt,
  elementsBelow,
  elementsOf,
  textAt,
  type XmlNode,
} from '../../../../../platform/xml/xml-tree.ts';
import { fieldsOf } from './interop-item.ts';
import { materialHtml } from './material.ts';

/** Questions of one section that are asked together: all of them, or some drawn at random. */
export interface InteropGroup {
  readonly title: string;
  readonly html: string;
  readonly items: readonly XmlNode[];
  /** How many are drawn; absent: all are asked. */
  readonly draw?: number;
  /** Drawn from a bank of this name instead. */
  readonly bank?: string;
  readonly pointsEach?: string;
}

/** A test, or a bank of questions, of a QTI 1.2 document. */
export interface InteropSet {
  readonly kind: 'assessment' | 'bank';
  readonly ident: string;
  readonly title: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly intro: string;
  readonly groups: readonly InteropGroup[];
}

/** What a document holds: tests, banks, and sections or items that stand alone. */
export function interopSets(root: XmlNode): InteropSet[] {
  const tests = elementsOf(root, 'assessment').map((node) => setOf(node, 'assessment'));
  const banks = elementsOf(root, 'objectbank').map((node) => setOf(node, 'bank'));
  const alone = {
    name: 'assessment',
    attributes: {},
    children: elementsOf(root).filter(({ name }) => /^(section|item)$/.test(name)),
  };
  return [...tests, ...banks, ...(alone.children.length > 0 ? [setOf(alone, 'assessment')] : [])];
}

function setOf(node: XmlNode, kind: InteropSet['kind']): InteropSet {
  const fields = fieldsOf(node);
  const title = node.attributes['title'] ?? fields.get('bank_title') ?? '';
  const intro = elementsOf(node).filter(({ name }) =>
    /^(presentation_material|rubric|objectives)$/.test(name),
  );
  return {
    kind,
    ident: node.attributes['ident'] ?? '',
    title,
    fields,
    intro: intro.map(materialIn).join(''),
    groups: groupsOf(node),
  };
}

/** Items in their order; each section is a group of its own. */
function groupsOf(node: XmlNode): InteropGroup[] {
  const groups: InteropGroup[] = [];
  let items: XmlNode[] = [];
  const close = (): void => {
    if (items.length > 0) groups.push({ title: '', html: '', items });
    items = [];
  };
  for (const child of elementsOf(node)) {
    if (child.name === 'item') items.push(child);
    if (child.name !== 'section') continue;
    close();
    groups.push(...sectionGroups(child));
  }
  close();
  return groups;
}

function sectionGroups(section: XmlNode): InteropGroup[] {
  const ordering = elementAt(section, 'selection_ordering', 'selection');
  const count = Number.parseInt(textAt(ordering, 'selection_number'), 10);
  const bank = textAt(ordering, 'sourcebank_ref');
  const pointsEach = textAt(ordering, 'selection_extension', 'points_per_item');
  const own = {
    title: section.attributes['title'] ?? '',
    html: materialIn(elementAt(section, 'presentation_material')),
  };
  const points = pointsEach === '' ? {} : { pointsEach };
  if (bank !== '') return [{ ...own, items: [], bank, draw: Number.isFinite(count) ? count : 1, ...points }];
  const items = elementsBelow(section, 'item');
  if (count > 0 && count < items.length) return [{ ...own, items, draw: count, ...points }];
  const inside = groupsOf(section).map((group) => ({ ...group, ...points }));
  return own.html === '' ? inside : [{ ...own, items: [] }, ...inside];
}

function materialIn(node: XmlNode | undefined): string {
  return materialHtml({ name: 'material', attributes: {}, children: elementsBelow(node, 'material') });
}
