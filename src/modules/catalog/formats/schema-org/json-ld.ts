import { addValue, openNode, termName } from './linked-node.ts';
import type { LinkedNode, LinkedValue, OpenNode } from './linked-node.ts';

const maxDepth = 60;
const maxNodes = 50_000;

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * The nodes that stand at the top of a JSON-LD document (an object, a list, an @graph). Contexts are not fetched: names
 * without a prefix are taken as schema.org's, whatever its address is written like. Nodes that are only an
 * @id stand for the node of that @id elsewhere in the documents. What nests deeper than 60 is left out.
 */
export function readJsonLd(documents: readonly unknown[]): readonly LinkedNode[] {
  const reader = new JsonLdReader();
  const top = documents.flatMap((document) => reader.top(document, 0));
  reader.link();
  return top.map((node) => reader.resolved(node));
}

class JsonLdReader {
  readonly #all: OpenNode[] = [];
  readonly #byId = new Map<string, OpenNode>();

  top(value: unknown, depth: number): OpenNode[] {
    if (Array.isArray(value))
      return depth > maxDepth ? [] : value.flatMap((one: unknown) => this.top(one, depth + 1));
    if (!isPlain(value)) return [];
    const graph =
      value['@graph'] === undefined ? [] : list(value['@graph']).flatMap((one) => this.top(one, depth + 1));
    const own = Object.keys(value).some((name) => name !== '@graph' && name !== '@context' && name !== '@id');
    return own || graph.length === 0 ? [this.#node(value, depth), ...graph] : graph;
  }

  /** Values that only refer are replaced by what they refer to, if it is there. */
  link(): void {
    for (const node of this.#all) {
      for (const values of node.properties.values()) {
        values.forEach((value, index) => {
          if ('properties' in value) values[index] = this.resolved(value);
        });
      }
    }
  }

  resolved(node: LinkedNode): LinkedNode {
    if (node.properties.size > 0 || node.id === undefined) return node;
    return this.#byId.get(node.id) ?? node;
  }

  #node(value: Plain, depth: number): OpenNode {
    const types = list(value['@type'] ?? (isTypeName(value['type']) ? value['type'] : undefined));
    const id =
      value['@id'] ??
      (typeof value['id'] === 'string' && isTypeName(value['type']) ? value['id'] : undefined);
    const node = openNode(
      types.filter((type) => typeof type === 'string').map(termName),
      typeof id === 'string' ? id : undefined,
    );
    this.#all.push(node);
    for (const [name, given] of Object.entries(value)) {
      if (!name.startsWith('@') && this.#all.length < maxNodes)
        this.#addAll(node, termName(name), given, depth + 1);
    }
    this.#addAllReverse(node, value['@reverse'], depth + 1);
    if (node.id !== undefined && node.properties.size > (this.#byId.get(node.id)?.properties.size ?? 0)) {
      this.#byId.set(node.id, node);
    }
    return node;
  }

  /** "@reverse": {"about": X} says X.about = this; a course is found from either side. */
  #addAllReverse(node: OpenNode, reverse: unknown, depth: number): void {
    if (!isPlain(reverse)) return;
    for (const [name, given] of Object.entries(reverse))
      this.#addAll(node, `^${termName(name)}`, given, depth);
  }

  #addAll(node: OpenNode, name: string, given: unknown, depth: number): void {
    if (depth > maxDepth) return;
    if (Array.isArray(given)) {
      for (const one of given as unknown[]) this.#addAll(node, name, one, depth + 1);
    } else if (isPlain(given) && (given['@list'] ?? given['@set']) !== undefined) {
      this.#addAll(node, name, given['@list'] ?? given['@set'], depth + 1);
    } else {
      for (const value of this.#values(given, depth)) addValue(node, name, value);
    }
  }

  #values(given: unknown, depth: number): readonly LinkedValue[] {
    if (typeof given === 'string') return [{ text: given.trim() }];
    if (typeof given === 'number' || typeof given === 'boolean') return [{ text: String(given) }];
    if (!isPlain(given)) return [];
    if ('@value' in given) return literal(given);
    return languageMap(given) ?? [this.#node(given, depth)];
  }
}

const isTypeName = (value: unknown): boolean =>
  typeof value === 'string'
    ? /^(?:https?:\/\/schema\.org\/|schema:)?[A-Z][A-Za-z]+$/.test(value)
    : Array.isArray(value);

function literal(given: Plain): readonly LinkedValue[] {
  const value = given['@value'];
  if (!['string', 'number', 'boolean'].includes(typeof value)) return [];
  const language = given['@language'];
  return [{ text: String(value).trim(), ...(typeof language === 'string' ? { language } : {}) }];
}

/** {"fr": "Bonjour", "en": "Hello"}: the texts of one property by language. {"id": ...} is a thing, not Indonesian. */
function languageMap(given: Plain): readonly LinkedValue[] | undefined {
  const entries = Object.entries(given);
  const texts = entries.flatMap(([language, text]) =>
    /^[a-z]{2}(?:[-_][A-Za-z0-9]{2,8})*$/.test(language) && language !== 'id' && typeof text === 'string'
      ? [{ text: text.trim(), language }]
      : [],
  );
  return entries.length > 0 && texts.length === entries.length ? texts : undefined;
}
