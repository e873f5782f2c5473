import { type AnyNode, type Element, isTag, Text } from 'domhandler';
import { findAll, getOuterHTML, prepend, removeElement, replaceElement, textContent } from 'domutils';
import { Parser, parseDocument } from 'htmlparser2';

/** What is done to HTML of another platform before it becomes course text, element by element. */
export interface PageTree {
  readonly children: readonly AnyNode[];
}

/** Deeper than any page is written; trees are walked by functions that call themselves. */
const deepest = 300;

/** Undefined where it nests without end. */
export function pageTreeOf(html: string): PageTree | undefined {
  let depth = 0;
  let most = 0;
  const parser = new Parser({
    onopentag: () => void (most = Math.max(most, ++depth)),
    onclosetag: () => void (depth -= 1),
  });
  parser.write(html);
  parser.end();
  return most > deepest ? undefined : parseDocument(html);
}

/** Elements that the test finds, in the order of the page. */
export const elementsIn = (tree: PageTree, test: (element: Element) => boolean): Element[] =>
  findAll(test, [...tree.children]);

export const attributeOf = (element: Element, name: string): string => element.attribs[name] ?? '';

export const wordsIn = (nodes: readonly AnyNode[]): string =>
  textContent([...nodes])
    .replace(/\s+/g, ' ')
    .trim();

export const htmlOf = (nodes: readonly AnyNode[]): string => nodes.map((node) => getOuterHTML(node)).join('');

/** Puts text in the element's place. */
export const replaceByText = (element: Element, text: string): void =>
  replaceElement(element, new Text(text));

/** Takes the element away; what stands in it stays in its place. */
export function unwrap(element: Element): void {
  for (const child of [...element.children]) prepend(element, child);
  removeElement(element);
}

export const elementBefore = (element: Element): Element | undefined => {
  const siblings = element.parent?.children ?? [];
  return siblings
    .slice(0, siblings.indexOf(element))
    .reverse()
    .find((node): node is Element => isTag(node));
};

export { prependChild, removeElement } from 'domutils';
export { isTag, type AnyNode, type Element } from 'domhandler';
