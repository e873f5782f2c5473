import { notACourse, readRssCourse } from './edx-rss-course.ts';
import type { FeedFormat, FeedInput, FeedOptions, FeedRecord } from './feed-format.ts';
import { FeedUnreadable } from './feed-format.ts';
import { RecordReader } from './record-reader.ts';
import { childText, type StreamedElement, type XmlElementsOptions, xmlElements } from './xml-elements.ts';
import { tellingProblems } from './xml-problems.ts';

/** Pages of one feed that are followed; a feed that goes on for ever does not. */
const mostPages = 10_000;

const ofChannel = (path: readonly string[]): boolean => path.at(-1) === 'channel' || path.at(-1) === 'feed';

const parts: XmlElementsOptions = {
  wanted: (name, path, attributes) =>
    name === 'item' ||
    name === 'entry' ||
    (name === 'language' && ofChannel(path)) ||
    (name === 'link' && attributes['rel'] === 'next' && ofChannel(path)),
};

function readItem(
  item: StreamedElement,
  today: string,
  location: string,
  language: string | undefined,
): FeedRecord {
  const read = new RecordReader(today, location);
  for (const problem of tellingProblems(item)) read.note('record', problem);
  const reason = notACourse(item.element);
  if (reason === undefined) return readRssCourse(read, item.element, language);
  const key = childText(item.element, 'guid') ?? childText(item.element, 'id');
  return read.refuse(reason, key, read.title(childText(item.element, 'title')));
}

interface Page {
  /** The address of the next page, as the feed writes it. */
  next?: string;
  items: number;
  seen: boolean;
}

async function* readPage(input: FeedInput, today: string, page: Page): AsyncGenerator<FeedRecord> {
  let language: string | undefined;
  for await (const part of xmlElements(input, parts)) {
    const { name, text, attributes } = part.element;
    page.seen = true;
    if (name === 'language') language = text;
    else if (name === 'link') page.next = attributes['href'] ?? '';
    else {
      page.items += 1;
      yield readItem(part, today, input.location, language);
    }
  }
}

async function* read(input: FeedInput, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const seen = new Set<string>([input.location]);
  let here: FeedInput | undefined = input;
  while (here !== undefined && seen.size <= mostPages) {
    const page: Page = { items: 0, seen: false };
    yield* readPage(here, options.today, page);
    if (here === input && !page.seen) throw new FeedUnreadable(`there is no item in ${input.location}`);
    const next: string | undefined = page.items > 0 ? page.next : undefined;
    if (!next || !here.follow) return;
    const following: FeedInput = await here.follow(next);
    if (seen.has(following.location)) return;
    seen.add(following.location);
    here = following;
  }
}

function detect(head: string): number {
  if (/xmlns:course\s*=\s*["']https?:\/\/(?:www\.)?edx\.org/i.test(head)) return 0.98;
  const feed = /<rss[\s>]|<rdf:RDF[^>]+rss|<feed[^>]+w3\.org\/2005\/Atom/i.test(head);
  if (!feed) return 0;
  return /<course:\w|<\w+:(?:self_paced|effort|instructors)\b/i.test(head) ? 0.9 : 0.4;
}

/**
 * RSS with edX's course elements, page after page (`atom:link rel="next"`), and any RSS or Atom feed whose items are
 * courses by their fields, their address or their category. Other items are refused one by one, with the reason.
 */
export const edxRss: FeedFormat = { name: 'edx-rss', detect, read };
