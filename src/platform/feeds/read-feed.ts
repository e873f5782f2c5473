import { DomUtils, parseDocument } from 'htmlparser2';
import { feedText } from './feed-text.ts';

/** What a feed of others says: text only, however it was written. */
export interface OutsideFeed {
  readonly title: string;
  /** The page that it belongs to. */
  readonly page?: string;
  /** BCP 47 tag, as the feed has it. */
  readonly lang?: string;
  /** In the order of the feed. */
  readonly items: readonly OutsideItem[];
}

export interface OutsideItem {
  /** Unique within the feed. */
  readonly guid: string;
  readonly title: string;
  /** The first words; empty where there are none. */
  readonly summary: string;
  readonly url: string;
  readonly publishedAt?: Date;
}

/** The bytes are no feed; the message is a sentence for editors. */
export class NotAFeed extends Error {
  override name = 'NotAFeed';
}

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const mostItems = 60;
const mostTitle = 200;
const mostSummary = 280;

/**
 * Reads RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom and podcast feeds, as tolerantly as people write them: white space before
 * the declaration, missing ends, HTML in titles. `base` is the feed's own address. Entities of its own are not resolved.
 * @throws NotAFeed
 */
export function readFeed(bytes: Uint8Array, base: string, contentType?: string): OutsideFeed {
  const document = parseDocument(feedText(bytes, contentType), { xmlMode: true });
  const roots = DomUtils.getElementsByTagName(
    (name) => ['rss', 'feed', 'rdf:rdf'].includes(name.toLowerCase()),
    document.children,
    false,
  );
  const root = roots[0];
  if (!root) throw new NotAFeed('There is no RSS or Atom feed at this address.');
  const about = child(root, 'channel') ?? root;
  const entries = DomUtils.getElementsByTagName((name) => name === 'item' || name === 'entry', root.children);
  const title = textOf(about, 'title');
  const page = linkOf(about, base);
  const lang = textOf(about, 'language') || (root.attribs['xml:lang'] ?? '');
  return {
    title: cut(title, mostTitle),
    ...(page === undefined ? {} : { page }),
    ...(/^[a-z]{2,3}(-[\w-]+)?$/i.test(lang) ? { lang } : {}),
    items: entries.slice(0, mostItems).flatMap((entry) => itemOf(entry, base) ?? []),
  };
}

function itemOf(entry: Element, base: string): OutsideItem | undefined {
  const url = linkOf(entry, base);
  if (url === undefined) return undefined;
  const summary = first(entry, [
    'description',
    'summary',
    'itunes:summary',
    'itunes:subtitle',
    'content:encoded',
    'content',
  ]);
  const title = textOf(entry, 'title') || cut(summary, 80);
  if (title === '') return undefined;
  const guid = first(entry, ['guid', 'id']) || url;
  const said = new Date(first(entry, ['pubDate', 'published', 'dc:date', 'updated', 'date']));
  return {
    guid: guid.slice(0, 500),
    title: cut(title, mostTitle),
    summary: cut(summary, mostSummary),
    url,
    ...(Number.isNaN(said.getTime()) ? {} : { publishedAt: said }),
  };
}

const child = (parent: Element, name: string): Element | undefined =>
  DomUtils.getElementsByTagName(name, parent.children, false)[0];

const first = (entry: Element, names: readonly string[]): string =>
  names.map((name) => textOf(entry, name)).find((text) => text !== '') ?? '';

/** The words of an element: HTML inside it, escaped or not, leaves its words only. */
function textOf(parent: Element, name: string): string {
  const found = child(parent, name);
  if (!found) return '';
  const inside = DomUtils.textContent(found);
  return plain(/<\w|&\w+;|&#/.test(inside) ? wordsOfHtml(inside) : inside);
}

function wordsOfHtml(html: string): string {
  const parsed = parseDocument(html);
  const silent = DomUtils.getElementsByTagName(
    (name) => name === 'script' || name === 'style',
    parsed.children,
  );
  for (const element of silent) DomUtils.removeElement(element);
  return DomUtils.textContent(parsed.children);
}

const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** At most so many characters, ending with a whole word. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1).toWellFormed();
  const space = start.lastIndexOf(' ');
  return `${(space > most / 2 ? start.slice(0, space) : start).replace(/[\s,;:.…-]+$/, '')}…`;
}

/** Where an element leads: Atom's `href`, RSS's text, or the file of a podcast. */
function linkOf(parent: Element, base: string): string | undefined {
  const links = DomUtils.getElementsByTagName('link', parent.children, false);
  const alternate = links.find(
    ({ attribs }) => (attribs['rel'] ?? 'alternate') === 'alternate' && attribs['href'],
  );
  const written = links.map((link) => DomUtils.textContent(link).trim()).find((text) => text !== '');
  const guid = child(parent, 'guid');
  const isLink = guid && guid.attribs['isPermaLink'] !== 'false';
  const candidates = [
    alternate?.attribs['href'],
    written,
    isLink ? DomUtils.textContent(guid).trim() : undefined,
    child(parent, 'enclosure')?.attribs['url'],
  ];
  return candidates.map((address) => webAddress(address, base)).find((address) => address !== undefined);
}

function webAddress(address: string | undefined, base: string): string | undefined {
  const url = address === undefined || address.trim() === '' ? null : URL.parse(address.trim(), base);
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.href.length <= 2000
    ? url.href
    : undefined;
}
