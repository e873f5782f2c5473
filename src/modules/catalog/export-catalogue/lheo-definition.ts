import { childrenOf, childOf, xmlElements } from '../formats/xml-elements.ts';
import type { XmlElement } from '../formats/xml-elements.ts';
import type { FeedInput } from '../formats/feed-format.ts';

/** The machine-readable definition of LHEO (its GML file), as far as it speaks of elements. For tests. */
export interface LheoDefinition {
  readonly elements: ReadonlyMap<string, XmlElement>;
  /** Keys by name of the code list. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
}

export async function readLheoDefinition(input: FeedInput): Promise<LheoDefinition> {
  const elements = new Map<string, XmlElement>();
  const lists = new Map<string, ReadonlySet<string>>();
  const wanted = (name: string) => name === 'definition' || name === 'dict';
  for await (const { element } of xmlElements(input, { wanted })) {
    const name = element.attributes['name'] ?? '';
    if (element.name === 'definition') elements.set(name, childOf(element, 'element_type')!.children[0]!);
    else lists.set(name, new Set(keysOf(element)));
  }
  return { elements, lists };
}

function keysOf(element: XmlElement): readonly string[] {
  if (element.name === 'key') return [element.attributes['val'] ?? ''];
  return element.children.flatMap(keysOf);
}

/** What an element says against the definition, each with its path; empty when it is valid. */
export function lheoProblems(
  element: XmlElement,
  definition: LheoDefinition,
  path = element.name,
): readonly string[] {
  const type = definition.elements.get(element.name);
  if (!type) return [`${path}: no such element`];
  if (type.name === 'sequence')
    return [
      ...orderProblems(element, type, path),
      ...element.children.flatMap((child) => lheoProblems(child, definition, `${path}/${child.name}`)),
    ];
  if (type.name === 'basic_any' || type.name === 'choice') return [];
  return element.children.length > 0
    ? [`${path}: holds elements`]
    : valueProblems(element.text, type, definition).map((one) => `${path}: ${one}`);
}

/** A sequence: every name in its place, as often as it may stand (a maximum of 0 means any number). */
function orderProblems(element: XmlElement, type: XmlElement, path: string): readonly string[] {
  const parts = childrenOf(type, 'element');
  const order = parts.map((part) => part.attributes['name']);
  const places = element.children.map((child) => order.indexOf(child.name));
  const disorder = places.flatMap((place, index) => {
    if (place < 0) return [`${path}: holds <${element.children[index]!.name}>`];
    return index > 0 && place < places[index - 1]! ? [`${path}: <${order[place]}> stands too late`] : [];
  });
  const counts = parts.flatMap((part) => {
    const { name = '', min = '1', max = '1' } = part.attributes;
    const count = element.children.filter((child) => child.name === name).length;
    const most = Number(max) === 0 ? Number.POSITIVE_INFINITY : Number(max);
    return count < Number(min) || count > most ? [`${path}: ${count} times <${name}>`] : [];
  });
  return [...disorder, ...counts];
}

function valueProblems(text: string, type: XmlElement, definition: LheoDefinition): readonly string[] {
  const { lgmin = '0', lgmax = '0', ref = '', vmax = '0' } = type.attributes;
  if (type.name === 'basic_text')
    return text.length < Number(lgmin) || text.length > Number(lgmax) ? [`${text.length} characters`] : [];
  if (type.name === 'basic_key')
    return definition.lists.get(ref)?.has(text) ? [] : [`"${text}" is not in ${ref}`];
  if (type.name === 'basic_int')
    return /^\d+$/.test(text) && Number(text) <= Number(vmax) ? [] : [`"${text}" is no number`];
  if (type.name === 'basic_date') return /^\d{8}$/.test(text) ? [] : [`"${text}" is no day`];
  return [`unknown type ${type.name}`];
}
