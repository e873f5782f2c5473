import { SaxesParser } from 'saxes';
import type { FeedInput } from './feed-format.ts';
import { FeedUnreadable } from './feed-format.ts';
import { textChunks } from './text-chunks.ts';

export interface XmlElement {
  /** Local name: prefixes are dropped, because feeds choose and forget them freely. */
  readonly name: string;
  /** By local name, namespace declarations left out. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text and CDATA, not its children's, trimmed. */
  readonly text: string;
}

export interface StreamedElement {
  readonly element: XmlElement;
  /** What was not well-formed inside it and how it was read nevertheless; at most 5. */
  readonly problems: readonly string[];
}

export interface XmlElementsOptions {
  /** Whether this element is one to hand out; `path` holds its ancestors' local names from the root on. */
  wanted(name: string, path: readonly string[], attributes: Readonly<Record<string, string>>): boolean;
  /** Names whose content is left out, such as pictures in base64. */
  readonly ignored?: ReadonlySet<string>;
}

const maxDepth = 200;
const maxElementChars = 4 * 2 ** 20;
const maxProblems = 5;

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: OpenElement[];
  text: string;
}

/**
 * Streams the wanted elements of an XML feed; memory holds one of them at a time. Documents types are never
 * read, so that no entity is expanded or fetched. What is not well-formed is read as far as it can be and named
 * in `problems`. Throws FeedUnreadable when there is no element at all, when the text breaks off inside an open
 * element, or when it nests deeper than 200.
 */
export async function* xmlElements(
  input: FeedInput,
  options: XmlElementsOptions,
): AsyncGenerator<StreamedElement> {
  const reader = new ElementReader(options);
  let begun = false;
  for await (const chunk of textChunks(input)) {
    const piece = begun ? chunk : chunk.trimStart();
    if (piece === '') continue;
    begun = true;
    reader.write(piece);
    yield* reader.take();
  }
  reader.close(input.location);
  yield* reader.take();
}

class ElementReader {
  // As a fragment: an end tag that matches nothing makes saxes close everything, and what follows is no second root.
  readonly #parser = new SaxesParser({ position: true, fragment: true });
  readonly #options: XmlElementsOptions;
  readonly #path: string[] = [];
  readonly #open: OpenElement[] = [];
  #ready: StreamedElement[] = [];
  #problems: string[] = [];
  #chars = 0;
  #seen = false;
  #tooDeep = false;

  constructor(options: XmlElementsOptions) {
    this.#options = options;
    this.#parser.on('opentag', (tag) =>
      this.#enter(localName(tag.name), tag.attributes as Record<string, string>),
    );
    this.#parser.on('closetag', () => this.#leave());
    this.#parser.on('text', (text) => this.#addText(text));
    this.#parser.on('cdata', (text) => this.#addText(text));
    this.#parser.on('error', (error) => this.#note(error.message));
  }

  write(piece: string): void {
    this.#parser.write(piece);
    if (this.#tooDeep) throw new FeedUnreadable(`the XML nests deeper than ${maxDepth} elements`);
  }

  *take(): Generator<StreamedElement> {
    const ready = this.#ready;
    this.#ready = [];
    yield* ready;
  }

  close(location: string): void {
    const inside = this.#path.at(-1);
    if (!this.#seen) throw new FeedUnreadable(`there is no XML element in ${location}`);
    if (inside !== undefined) throw new FeedUnreadable(`the XML breaks off inside <${inside}>: ${location}`);
  }

  #enter(name: string, given: Record<string, string>): void {
    this.#seen = true;
    const attributes = localAttributes(given);
    const parent = this.#open.at(-1);
    if (parent !== undefined || this.#options.wanted(name, this.#path, attributes)) {
      if (parent === undefined) this.#chars = 0;
      const element: OpenElement = { name, attributes, children: [], text: '' };
      parent?.children.push(element);
      this.#open.push(element);
    }
    this.#path.push(name);
    if (this.#path.length > maxDepth) this.#tooDeep = true;
  }

  #leave(): void {
    this.#path.pop();
    const element = this.#open.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (this.#open.length > 0) return;
    this.#ready.push({ element, problems: this.#problems });
    this.#problems = [];
  }

  #addText(text: string): void {
    const element = this.#open.at(-1);
    if (!element || this.#options.ignored?.has(element.name)) return;
    this.#chars += text.length;
    if (this.#chars > maxElementChars)
      this.#note(`more than ${maxElementChars} characters in one record: the rest is left out`);
    else element.text += text;
  }

  #note(problem: string): void {
    if (this.#open.length > 0 && this.#problems.length < maxProblems) this.#problems.push(problem);
  }
}

/** Text of the first child of that name, or undefined when absent or blank. */
export function childText(element: XmlElement, name: string): string | undefined {
  const text = childOf(element, name)?.text;
  return text === '' ? undefined : text;
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(given: Record<string, string>): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(given)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) attributes[localName(name)] = value;
  }
  return attributes;
}
