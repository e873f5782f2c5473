import { textContent } from 'domutils';
import { absolute, attribute, elementsBelow, parsePage } from './html-element.ts';
import type { HtmlDocument } from './html-element.ts';
import { readJsonLd } from './json-ld.ts';
import type { LinkedNode } from './linked-node.ts';
import { readMicrodata } from './microdata.ts';
import { readRdfa } from './rdfa.ts';
import { readTolerantJson } from './tolerant-json.ts';

export interface PageMarkup {
  /** JSON-LD, then RDFa, then microdata, each in the order of the page. */
  readonly jsonLd: readonly LinkedNode[];
  readonly rdfa: readonly LinkedNode[];
  readonly microdata: readonly LinkedNode[];
  /** JSON-LD blocks that speak of courses but cannot be read, and a page that nests too deep. */
  readonly problems: readonly string[];
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** The page's own statement of its address, absolute. */
  readonly canonical?: string;
  /** The lang of the html element, as written. */
  readonly language?: string;
}

/** All linked data of one HTML page, read without running or fetching anything. */
export function readPageMarkup(html: string, address: string): PageMarkup {
  const document = parsePage(html);
  if (!document) {
    const problems = ['the page nests deeper than 300 elements'];
    return { jsonLd: [], rdfa: [], microdata: [], problems, base: address };
  }
  const facts = factsOf(document, address);
  const { nodes, problems } = jsonLdOf(document);
  return {
    jsonLd: nodes,
    rdfa: readRdfa(document, facts.base),
    microdata: readMicrodata(document, facts.base),
    problems,
    ...facts,
  };
}

function factsOf(
  document: HtmlDocument,
  address: string,
): Pick<PageMarkup, 'base' | 'canonical' | 'language'> {
  let base: string | undefined;
  let canonical: string | undefined;
  let language: string | undefined;
  for (const element of elementsBelow(document)) {
    if (element.name === 'html') language ??= attribute(element, 'lang') ?? attribute(element, 'xml:lang');
    else if (element.name === 'base') base ??= attribute(element, 'href');
    else if (element.name === 'link' && /^canonical$/i.test(attribute(element, 'rel') ?? '')) {
      canonical ??= attribute(element, 'href');
    }
  }
  const resolved = base ? absolute(base, address) : address;
  return {
    base: resolved,
    ...(canonical ? { canonical: absolute(canonical, resolved) } : {}),
    ...(language ? { language } : {}),
  };
}

const isJsonLd = (type: string | undefined): boolean => /^\s*application\/ld\+json\b/i.test(type ?? '');

function jsonLdOf(document: HtmlDocument): { nodes: readonly LinkedNode[]; problems: readonly string[] } {
  const documents: unknown[] = [];
  const problems: string[] = [];
  for (const element of elementsBelow(document)) {
    if (element.name !== 'script' || !isJsonLd(attribute(element, 'type'))) continue;
    const text = textContent(element);
    if (text.trim() === '') continue;
    const reading = readTolerantJson(text);
    if ('value' in reading) documents.push(reading.value);
    else if (/Course/.test(text)) problems.push(reading.problem);
  }
  return { nodes: readJsonLd(documents), problems };
}
