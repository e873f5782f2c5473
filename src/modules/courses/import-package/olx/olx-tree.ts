import { elementsOf, textIn, type XmlNode, xmlSource } from '../../../../platform/xml/xml-tree.ts';
import type { OlxPackage } from './olx-package.ts';

/** A part of the course as OLX has it, wherever it was written: in a file of its own or inside its parent. */
export interface OlxNode {
  readonly type: string;
  /** Its url_name; where it has none, its place in the tree. */
  readonly name: string;
  /** Of the definition and of the pointer, the policy over both. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly xml: XmlNode;
  /** What it stands in, from the course down: "vertical/week1". */
  readonly trail: readonly string[];
  /** The definition word for word. */
  readonly source: string;
  /** Folder of the file in which it is defined. */
  readonly folder: string;
  /** What was not well-formed in its file. */
  readonly broken?: string;
  /** A file is named, and is not there. */
  readonly missing?: true;
  /** The file is there, and there is no element in it, or elements without end. */
  readonly unreadable?: true;
}

/** Courses nest seven levels at most. */
const deepest = 30;

export type Policy = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Follows pointers from element to file, the old ways of naming files included. */
export class OlxTree {
  readonly #pack: OlxPackage;
  readonly #policy: Policy;

  constructor(pack: OlxPackage, policy: Policy) {
    this.#pack = pack;
    this.#policy = policy;
  }

  /** Definitions of the element's children, in order. A part that holds itself, however far down, holds nothing there. */
  async childrenOf(node: OlxNode): Promise<readonly OlxNode[]> {
    const key = `${node.type}/${node.name}`;
    if (node.trail.includes(key) || node.trail.length > deepest) return [];
    const children: OlxNode[] = [];
    for (const [at, child] of elementsOf(node.xml).entries()) {
      const place = `${node.name}_${child.name}_${at + 1}`;
      children.push(await this.nodeOf(child, place, node.folder, [...node.trail, key]));
    }
    return children;
  }

  /** @param place names a part without a name */
  async nodeOf(xml: XmlNode, place: string, folder = '', trail: readonly string[] = []): Promise<OlxNode> {
    const name = xml.attributes['url_name'] || xml.attributes['slug'] || place;
    const path = isPointer(xml) ? this.#fileOf(xml, name) : undefined;
    const tree = path === undefined ? undefined : await this.#pack.xml(path);
    const definition = tree?.root ?? xml;
    const type = xml.name;
    const own = { ...xml.attributes, ...definition.attributes };
    return {
      type,
      name,
      attributes: { ...own, ...this.#policyOf(type, name) },
      xml: definition,
      trail,
      source:
        tree?.source ?? (path === undefined ? undefined : await this.#pack.text(path)) ?? xmlSource(xml),
      folder: path === undefined ? folder : path.slice(0, path.lastIndexOf('/')),
      ...(tree?.broken !== undefined && { broken: tree.broken }),
      ...(path !== undefined && tree === undefined && { unreadable: true }),
      ...(path === undefined && isBarePointer(xml) && !this.#hasPage(type, name) && { missing: true }),
    };
  }

  /** Texts that somebody wrote by hand have their page, and no definition beside it. */
  #hasPage(type: string, name: string): boolean {
    return type === 'html' && this.#pack.has(`html/${name}.html`);
  }

  #fileOf({ name: type, attributes }: XmlNode, name: string): string | undefined {
    const named = attributes['filename'];
    const names = [name, name.replaceAll(':', '/'), ...(named === undefined ? [] : [named])];
    return names.map((each) => `${type}/${each}.xml`).find((path) => this.#pack.has(path));
  }

  #policyOf(type: string, name: string): Record<string, string> {
    const said = Object.entries(this.#policy.get(`${type}/${name}`) ?? {});
    return Object.fromEntries(
      said
        .filter(([, value]) => value !== null)
        .map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
  }
}

/** Holds nothing by itself: what it is stands in a file, if there is one. */
const isPointer = (xml: XmlNode): boolean => elementsOf(xml).length === 0 && textIn(xml).trim() === '';

const ownNames = new Set(['url_name', 'slug', 'org', 'course', 'xblock-family']);
/** Types that are nothing without a definition. */
const needsDefinition = new Set(['problem', 'chapter', 'sequential', 'vertical', 'html']);

const isBarePointer = (xml: XmlNode): boolean =>
  isPointer(xml) &&
  'url_name' in xml.attributes &&
  needsDefinition.has(xml.name) &&
  Object.keys(xml.attributes).every((name) => ownNames.has(name));
