/** A text of linked data; numbers and truth values are given as text too. */
export interface LinkedText {
  readonly text: string;
  /** As written: 'fr', 'FR-fr'. */
  readonly language?: string;
}

/** A thing of linked data, the same whether it was written as JSON-LD, RDFa or microdata. */
export interface LinkedNode {
  readonly id?: string;
  /** Names of schema.org without its address: 'Course'. Terms of other vocabularies keep their prefix. */
  readonly types: readonly string[];
  /** By name of schema.org, in the order given. Nodes may refer to each other in circles. */
  readonly properties: ReadonlyMap<string, readonly LinkedValue[]>;
}

export type LinkedValue = LinkedText | LinkedNode;

/** A node while it is being read. */
export interface OpenNode extends LinkedNode {
  id?: string;
  types: string[];
  properties: Map<string, LinkedValue[]>;
}

export function openNode(types: readonly string[] = [], id?: string): OpenNode {
  return { types: [...types], properties: new Map(), ...(id ? { id } : {}) };
}

export function addValue(node: OpenNode, name: string, value: LinkedValue): void {
  const values = node.properties.get(name);
  if (values) values.push(value);
  else node.properties.set(name, [value]);
}

export function isNode(value: LinkedValue): value is LinkedNode {
  return 'properties' in value;
}

/** 'http://schema.org/Course', 'schema:Course' and 'Course' are the same term. */
export function termName(name: string): string {
  return name.trim().replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, '');
}

/** All values under the names, the first name first. */
export function valuesOf(node: LinkedNode, ...names: readonly string[]): readonly LinkedValue[] {
  return names.flatMap((name) => node.properties.get(name) ?? []);
}

export function nodesOf(node: LinkedNode, ...names: readonly string[]): readonly LinkedNode[] {
  return valuesOf(node, ...names).filter(isNode);
}

/** Texts only; a node in a text's place counts by its name (a Language, a DefinedTerm, an Organization). */
export function textsOf(node: LinkedNode, ...names: readonly string[]): readonly LinkedText[] {
  return valuesOf(node, ...names).flatMap((value) => {
    if (!isNode(value)) return value.text === '' ? [] : [value];
    const name = value.properties.get('name')?.find((one) => !isNode(one));
    return name && !isNode(name) && name.text !== '' ? [name] : [];
  });
}

export function firstText(node: LinkedNode, ...names: readonly string[]): string | undefined {
  return textsOf(node, ...names)[0]?.text;
}

/** An address in a property that may be a text or a node (an ImageObject, a WebPage, a bare @id). */
export function addressOf(node: LinkedNode, ...names: readonly string[]): string | undefined {
  for (const value of valuesOf(node, ...names)) {
    if (!isNode(value)) {
      if (value.text !== '') return value.text;
      continue;
    }
    const inside = firstText(value, 'contentUrl', 'url', 'embedUrl') ?? value.id;
    if (inside !== undefined && inside !== '') return inside;
  }
  return undefined;
}

export function hasType(node: LinkedNode, ...types: readonly string[]): boolean {
  return node.types.some((type) => types.includes(type));
}
