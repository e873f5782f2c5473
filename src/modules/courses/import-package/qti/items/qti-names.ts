import type { XmlNode } from '../../../../../platform/xml/xml-tree.ts';

/** QTI 3 writes `qti-simple-choice response-identifier`, QTI 2 `simpleChoice responseIdentifier`: both as QTI 2. */
export function asQti2(node: XmlNode): XmlNode {
  const own = node.name.startsWith('qti-');
  return {
    name: own ? camel(node.name.slice(4)) : node.name,
    attributes: own
      ? Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [plain(name), value]))
      : node.attributes,
    children: node.children.map((child) => (typeof child === 'string' ? child : asQti2(child))),
  };
}

const camel = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Attributes that HTML shares keep their names. */
const plain = (name: string): string => (/^(data|aria)-/.test(name) ? name : camel(name));
