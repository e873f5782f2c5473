import { Parser } from 'htmlparser2';
import { htmlEntity } from './html-entity.ts';
import type { XmlNode } from './xml-tree.ts';

interface OpenNode {
  name: string;
  attributes: Record<string, string>;
  children: (OpenNode | string)[];
}

/** Elements of HTML that people write without closing them. */
const closesItself = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col']);

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML that is not well-formed as far as people meant it: a bare `&` or `<` is text, `<br>` needs no end, an element
 * that was not closed ends with the one around it. No entity but those of HTML is known, and nothing is fetched.
 * @param deepest what nests deeper is left out
 */
export function mendXml(text: string, deepest: number): XmlNode | undefined {
  const top: OpenNode = { name: '', attributes: {}, children: [] };
  const open: OpenNode[] = [top];
  let tooDeep = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > deepest) {
          tooDeep += 1;
          return;
        }
        const node: OpenNode = { name: local(name), attributes: attributesOf(attributes), children: [] };
        open.at(-1)?.children.push(node);
        if (!closesItself.has(node.name)) open.push(node);
      },
      onclosetag(name) {
        if (tooDeep > 0) tooDeep -= 1;
        else if (open.length > 1 && !closesItself.has(local(name))) open.pop();
      },
      ontext(piece) {
        const children = open.at(-1)?.children;
        if (children === undefined || open.length === 1) return;
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + piece;
        else children.push(piece);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(withHtmlEntities(text));
  parser.end();
  return top.children.find((child) => typeof child !== 'string');
}

const attributesOf = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
      .map(([name, value]) => [local(name), value]),
  );

/** XML knows five names of entities; exports write those of HTML. */
const withHtmlEntities = (text: string): string =>
  text.replace(/&([A-Za-z][A-Za-z0-9]{1,31});/g, (whole, name: string) => htmlEntity(name) ?? whole);

/** How many elements a tree has. */
export const countNodes = ({ children }: XmlNode): number =>
  children.reduce((sum, child) => sum + (typeof child === 'string' ? 0 : countNodes(child)), 1);

/** How many characters of text a tree has. */
export const countText = ({ children }: XmlNode): number =>
  children.reduce((sum, child) => sum + (typeof child === 'string' ? child.length : countText(child)), 0);
