import { SaxesParser } from 'saxes';
import { htmlEntity } from './html-entity.ts';
import { countNodes, countText, mendXml } from './mend-xml.ts';
import { xmlText } from './xml-text.ts';

/** An element of a document that is small enough to be held whole. */
export interface XmlNode {
  /** Local name: prefixes are dropped, because exports choose and forget them freely. */
  readonly name: string;
  /** By local name, namespace declarations left out; `xml:lang` and `xml:base` are `lang` and `base`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and texts in their order; neighbouring texts are one. */
  readonly children: readonly (XmlNode | string)[];
}

export interface XmlTree {
  readonly root: XmlNode;
  /** The first thing that was not well-formed; what could be read nevertheless is in the tree. */
  readonly broken?: string;
}

/** There is no element in it, or it nests without end. */
export class XmlUnreadable extends Error {
  override name = 'XmlUnreadable';
}

interface OpenNode {
  name: string;
  attributes: Record<string, string>;
  children: (OpenNode | string)[];
}

const maxDepth = 250;

/**
 * Reads a whole XML document. Document types are passed over: no entity of theirs is expanded and nothing is fetched.
 * Entities that HTML names (`&nbsp;`) are read, because exports write them without declaring them.
 * @throws XmlUnreadable when there is no element, or when it nests deeper than 250
 */
export function readXml(input: string | Uint8Array): XmlTree {
  const text = typeof input === 'string' ? input : xmlCharacters(input);
  const parser = new SaxesParser();
  const top: OpenNode = { name: '', attributes: {}, children: [] };
  const open: OpenNode[] = [top];
  let broken: string | undefined;
  parser.ENTITIES = htmlEntities(parser.ENTITIES);
  parser.on('error', (error) => (broken ??= error.message.replace(/^\d+:\d+: /, '')));
  parser.on('opentag', (tag) => {
    if (open.length > maxDepth) throw new XmlUnreadable('nests deeper than 250');
    const node = { name: localName(tag.name), attributes: attributesOf(tag.attributes), children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.length > 1 && open.pop());
  parser.on('text', (piece) => addText(open, piece));
  parser.on('cdata', (piece) => addText(open, piece));
  parser.write(text.trimStart()).close();
  const root = top.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw new XmlUnreadable('no element');
  return broken === undefined ? { root } : { root: fuller(root, mendXml(text, maxDepth)), broken };
}

/** What is not well-formed is read in both ways; the one that lost less is taken. */
const fuller = (strict: XmlNode, mended: XmlNode | undefined): XmlNode =>
  mended !== undefined && countNodes(mended) >= countNodes(strict) && countText(mended) >= countText(strict)
    ? mended
    : strict;

function addText(open: readonly OpenNode[], piece: string): void {
  const children = open.at(-1)?.children;
  if (children === undefined || open.length === 1) return;
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + piece;
  else children.push(piece);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  const kept = Object.entries(attributes).filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'));
  return Object.fromEntries(kept.map(([name, value]) => [localName(name), String(value)]));
}

/** What a document type declares never gets here: saxes reads no declarations. */
function htmlEntities(known: Record<string, string>): Record<string, string> {
  return new Proxy(known, {
    get: (entities, name) =>
      (typeof name === 'string' ? htmlEntity(name) : undefined) ?? Reflect.get(entities, name),
  });
}

/** The characters of XML or HTML bytes: by byte order mark, as UTF-8, by what is declared in them, else as Windows-1252. */
export function xmlCharacters(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2000));
  const declared =
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ??
    /<meta\s[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
  for (const label of ['utf-8', ...(declared === undefined ? [] : [declared]), 'windows-1252']) {
    try {
      return new TextDecoder(label, { fatal: label !== 'windows-1252' }).decode(bytes);
    } catch {
      continue; // not of this encoding, or one that is not known here
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

const isNode = (child: XmlNode | string): child is XmlNode => typeof child !== 'string';

/** Child elements, all or those of one name. */
export function elementsOf(node: XmlNode | undefined, name?: string): readonly XmlNode[] {
  const found = (node?.children ?? []).filter(isNode);
  return name === undefined ? found : found.filter((child) => child.name === name);
}

/** The element at the end of a path of child names, the first of each. */
export function elementAt(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => elementsOf(at, name)[0], node);
}

/** Elements below it, at any depth, in document order; of these names, where any is given. */
export function elementsBelow(node: XmlNode | undefined, ...names: readonly string[]): readonly XmlNode[] {
  return elementsOf(node).flatMap((child) => [
    ...(names.length === 0 || names.includes(child.name) ? [child] : []),
    ...elementsBelow(child, ...names),
  ]);
}

/** All text in it, without markup, as it stands. */
export function textIn(node: XmlNode | string | undefined): string {
  if (node === undefined) return '';
  return typeof node === 'string' ? node : node.children.map(textIn).join('');
}

/** Trimmed text of the element at a path; empty when there is none. */
export function textAt(node: XmlNode | undefined, ...path: readonly string[]): string {
  return textIn(elementAt(node, ...path)).trim();
}

/** The element as XML again, without prefixes and namespaces, in a way that HTML can read too. */
export function xmlSource(node: XmlNode | string): string {
  return typeof node === 'string' ? xmlText(node) : xmlAround(node, xmlInside(node));
}

/** The element's own tags around markup that stands already written. */
export function xmlAround(node: XmlNode, inside: string): string {
  const said = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${xmlText(value)}"`);
  const begin = `<${node.name}${said.join('')}`;
  if (inside !== '') return `${begin}>${inside}</${node.name}>`;
  return voidInHtml.has(node.name) ? `${begin}/>` : `${begin}></${node.name}>`;
}
const voidInHtml = new Set([
  'br',
  'hr',
  'img',
  'col',
  'source',
  'track',
  'input',
  'wbr',
  'area',
  'embed',
  'param',
]);

/** What stands inside the element, as markup. */
export function xmlInside(node: XmlNode | undefined): string {
  return (node?.children ?? []).map(xmlSource).join('');
}
