import { getInnerHTML, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { LinkedText } from './linked-node.ts';

export type HtmlDocument = ReturnType<typeof parseDocument>;
export type HtmlNode = HtmlDocument['children'][number];
export type HtmlElement = Extract<HtmlNode, { attribs: unknown }>;

/** No page made for people nests so far; beyond it, what walks the tree would run out of stack. */
const maxDepth = 300;

/** The tree of a page, or undefined when it nests deeper than 300 elements. */
export function parsePage(html: string): HtmlDocument | undefined {
  const document = parseDocument(html);
  let level: readonly HtmlNode[] = document.children;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return undefined;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return document;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'attribs' in node;
}

export function childElements(parent: HtmlDocument | HtmlElement): readonly HtmlElement[] {
  return parent.children.filter(isElement);
}

/** Every element below, in the order of the page. */
export function* elementsBelow(parent: HtmlDocument | HtmlElement): Generator<HtmlElement> {
  for (const child of childElements(parent)) {
    yield child;
    yield* elementsBelow(child);
  }
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return Object.hasOwn(element.attribs, name) ? element.attribs[name]?.trim() : undefined;
}

/** Words of an attribute that holds several, such as class, itemprop or typeof. */
export function wordsOf(element: HtmlElement, name: string): readonly string[] {
  return (attribute(element, name) ?? '').split(/\s+/).filter(Boolean);
}

/** An address as the page means it, or as written when it cannot be resolved. */
export function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

const sources: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  link: ['href'],
  img: ['src', 'data-src'],
  audio: ['src'],
  video: ['src'],
  embed: ['src'],
  iframe: ['src'],
  source: ['src'],
  track: ['src'],
  object: ['data'],
  data: ['value'],
  meter: ['value'],
  time: ['datetime'],
};

const addresses = new Set(['href', 'src', 'data-src', 'data']);

/**
 * What an element with a property says: its content attribute, the address that it links or shows, the machine-readable
 * day or number, else its text (its HTML, when it holds elements, so that paragraphs are not lost).
 */
export function valueOf(element: HtmlElement, base: string): LinkedText {
  const language = attribute(element, 'lang');
  const said = (text: string): LinkedText => ({ text, ...(language ? { language } : {}) });
  const content = attribute(element, 'content');
  if (content !== undefined) return said(content);
  for (const name of sources[element.name] ?? []) {
    const value = attribute(element, name);
    if (value) return said(addresses.has(name) ? absolute(value, base) : value);
  }
  const inside = childElements(element).length > 0 ? getInnerHTML(element) : textContent(element);
  return said(inside.trim());
}
