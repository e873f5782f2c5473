import { absolute, attribute, childElements, valueOf, wordsOf } from './html-element.ts';
import type { HtmlDocument, HtmlElement } from './html-element.ts';
import { addValue, openNode, termName } from './linked-node.ts';
import type { LinkedNode, OpenNode } from './linked-node.ts';

interface Scope {
  /** Whether names without a prefix are schema.org's. */
  readonly isSchema: boolean;
  /** Prefixes that stand for schema.org; 'schema' does by default (RDFa initial context). */
  readonly prefixes: ReadonlySet<string>;
  readonly node?: OpenNode;
}

/**
 * The things of a page marked with RDFa Lite 1.1 (vocab, typeof, property, resource, prefix) in the vocabulary of
 * schema.org, as far as they are no property of another thing. Properties of other vocabularies (og:title) are left.
 */
export function readRdfa(document: HtmlDocument, base: string): readonly LinkedNode[] {
  const reader = new RdfaReader(base);
  const scope: Scope = { isSchema: false, prefixes: new Set(['schema']) };
  for (const element of childElements(document)) reader.walk(element, scope);
  return reader.top;
}

class RdfaReader {
  readonly top: LinkedNode[] = [];
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  walk(element: HtmlElement, outer: Scope): void {
    const scope = scopeOf(element, outer);
    const types = wordsOf(element, 'typeof').flatMap((word) => schemaTerm(word, scope));
    const names = wordsOf(element, 'property').flatMap((word) => schemaTerm(word, scope));
    const node = types.length > 0 ? this.#open(element, types) : undefined;
    if (node && (names.length === 0 || !outer.node)) this.top.push(node);
    if (outer.node) {
      for (const name of names) addValue(outer.node, name, node ?? this.#value(element));
    }
    const inner = node ?? outer.node;
    const below: Scope = { ...scope, ...(inner ? { node: inner } : {}) };
    for (const child of childElements(element)) this.walk(child, below);
  }

  #open(element: HtmlElement, types: readonly string[]): OpenNode {
    const id = attribute(element, 'resource') ?? attribute(element, 'about');
    return openNode(types, id ? absolute(id, this.#base) : undefined);
  }

  #value(element: HtmlElement): LinkedNode | ReturnType<typeof valueOf> {
    const resource = attribute(element, 'resource');
    return resource ? { text: absolute(resource, this.#base) } : valueOf(element, this.#base);
  }
}

function scopeOf(element: HtmlElement, outer: Scope): Scope {
  const vocab = attribute(element, 'vocab');
  const prefix = attribute(element, 'prefix');
  if (vocab === undefined && prefix === undefined) return outer;
  const declared = [...(prefix ?? '').matchAll(/([\w-]+):\s+(\S+)/g)];
  const prefixes = new Set(outer.prefixes);
  for (const [, name = '', address = ''] of declared) {
    if (isSchemaAddress(address)) prefixes.add(name.toLowerCase());
    else prefixes.delete(name.toLowerCase());
  }
  return { ...outer, prefixes, isSchema: vocab === undefined ? outer.isSchema : isSchemaAddress(vocab) };
}

const isSchemaAddress = (address: string): boolean =>
  /^(?:https?:)?\/\/(?:www\.)?schema\.org\/?$/i.test(address);

/** The name in schema.org, or nothing when the word belongs to another vocabulary. */
function schemaTerm(word: string, scope: Scope): readonly string[] {
  if (/^https?:/i.test(word)) return /^https?:\/\/(www\.)?schema\.org\//i.test(word) ? [termName(word)] : [];
  const colon = word.indexOf(':');
  if (colon < 0) return scope.isSchema ? [word] : [];
  return scope.prefixes.has(word.slice(0, colon).toLowerCase()) ? [word.slice(colon + 1)] : [];
}
