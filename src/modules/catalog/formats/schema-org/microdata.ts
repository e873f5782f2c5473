import { attribute, childElements, elementsBelow, absolute, valueOf, wordsOf } from './html-element.ts';
import type { HtmlDocument, HtmlElement } from './html-element.ts';
import { addValue, openNode, termName } from './linked-node.ts';
import type { LinkedNode, OpenNode } from './linked-node.ts';

/** The items of a page that are no property of another item (HTML Standard, section Microdata). */
export function readMicrodata(document: HtmlDocument, base: string): readonly LinkedNode[] {
  const all = [...elementsBelow(document)].filter((element) => attribute(element, 'itemscope') !== undefined);
  if (all.length === 0) return [];
  const reader = new MicrodataReader(document, base);
  const top = all
    .filter((element) => attribute(element, 'itemprop') === undefined)
    .map((one) => reader.item(one));
  // An item marked as a property outside of any item is a mistake, but still an item.
  const stray = all.filter((element) => attribute(element, 'itemprop') !== undefined && !reader.has(element));
  return [...top, ...stray.map((one) => reader.item(one))];
}

class MicrodataReader {
  readonly #items = new Map<HtmlElement, OpenNode>();
  readonly #byId = new Map<string, HtmlElement>();
  readonly #base: string;

  constructor(document: HtmlDocument, base: string) {
    this.#base = base;
    for (const element of elementsBelow(document)) {
      const id = attribute(element, 'id');
      if (id && !this.#byId.has(id)) this.#byId.set(id, element);
    }
  }

  has(element: HtmlElement): boolean {
    return this.#items.has(element);
  }

  item(element: HtmlElement): LinkedNode {
    const known = this.#items.get(element);
    if (known) return known;
    const id = attribute(element, 'itemid');
    const node = openNode(
      wordsOf(element, 'itemtype').map(termName),
      id ? absolute(id, this.#base) : undefined,
    );
    this.#items.set(element, node);
    for (const child of childElements(element)) this.#collect(child, node);
    for (const reference of wordsOf(element, 'itemref')) {
      const elsewhere = this.#byId.get(reference);
      if (elsewhere && elsewhere !== element) this.#collect(elsewhere, node);
    }
    return node;
  }

  #collect(element: HtmlElement, node: OpenNode): void {
    const names = wordsOf(element, 'itemprop').map(termName);
    const isItem = attribute(element, 'itemscope') !== undefined;
    if (names.length > 0) {
      const value = isItem ? this.item(element) : valueOf(element, this.#base);
      for (const name of names) addValue(node, name, value);
    }
    if (isItem) return;
    for (const child of childElements(element)) this.#collect(child, node);
  }
}
