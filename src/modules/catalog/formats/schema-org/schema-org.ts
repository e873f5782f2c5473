import type { FeedFormat, FeedInput, FeedOptions, FeedRecord } from '../feed-format.ts';
import { FeedUnreadable } from '../feed-format.ts';
import { wholeText } from '../text-chunks.ts';
import { jsonPieces } from '../json-stream.ts';
import { findCourses } from './course-nodes.ts';
import { courseOfNode } from './course-of-node.ts';
import { absolute } from './html-element.ts';
import { readJsonLd } from './json-ld.ts';
import type { LinkedNode } from './linked-node.ts';
import { readPageMarkup } from './page-markup.ts';
import { sitemapPages } from './sitemap.ts';
import { readTolerantJson } from './tolerant-json.ts';

const maxPageChars = 12 * 2 ** 20;

/**
 * Courses that pages mark with schema.org: a JSON-LD document, an HTML page (JSON-LD, RDFa or microdata), or a sitemap
 * whose pages are followed one at a time. Pages without a course are no records; a page that cannot be had or
 * read is a refused one with its address.
 */
export const schemaOrg: FeedFormat = { name: 'schema-org', detect, read };

function detect(head: string): number {
  const start = head.slice(0, 2000);
  if (/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/.test(start)) return 0.9;
  const speaks = /schema\.org/i.test(head);
  if (/^[[{]/.test(head)) {
    if (!/"@(?:type|graph)"/.test(head)) return 0;
    return /"(?:https?:\/\/schema\.org\/|schema:)?Course(?:Instance)?"/.test(head) ? 0.95 : speaks ? 0.3 : 0;
  }
  if (
    !/^<(?:!doctype html|html|head|body|script|div|main|section|!--|h[1-6]|p)\b/i.test(start) &&
    !/<html[\s>]/i.test(start)
  )
    return 0;
  if (!speaks && !/application\/ld\+json/i.test(head)) return /<html[\s>]/i.test(start) ? 0.2 : 0.05;
  return /Course/.test(head) ? 0.95 : 0.5;
}

async function* read(input: FeedInput, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const { text: start } = await wholeText(input, 4000);
  if (/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/.test(start)) {
    yield* readSitemap(input, options);
    return;
  }
  const { text, cut } = await wholeText(input, maxPageChars);
  if (cut && /^\s*[[{]/.test(start)) {
    yield* readLargeDocument(input, options);
    return;
  }
  if (cut) throw new FeedUnreadable(`more than ${maxPageChars} characters on one page: ${input.location}`);
  const page = readPage(text, input.location, options);
  yield* page.records;
  if (page.records.length > 0) return;
  if (page.listed.length === 0) {
    throw new FeedUnreadable(`no schema.org course is marked on ${input.location}`);
  }
  yield* readListed(input, page.listed, options);
}

/** Lists that hold the courses of a whole catalogue; their items are read one by one, references between them are not. */
const largeShape = { lists: ['@graph', 'itemListElement', 'dataFeedElement', 'hasPart'] };

async function* readLargeDocument(input: FeedInput, options: FeedOptions): AsyncGenerator<FeedRecord> {
  for await (const { value } of jsonPieces(input, largeShape)) {
    const { courses } = findCourses(readJsonLd([value]));
    yield* recordsOf(courses, { location: input.location, base: input.location }, options, false);
  }
}

async function* readSitemap(input: FeedInput, options: FeedOptions): AsyncGenerator<FeedRecord> {
  if (!input.follow) {
    throw new FeedUnreadable(
      `a sitemap in a file names pages that cannot be followed; give its web address: ${input.location}`,
    );
  }
  for await (const entry of sitemapPages(input)) {
    if (entry.kind === 'page') yield* followed(input, entry.address, options);
    else {
      options.onIncomplete?.(`a sitemap cannot be read: ${entry.address}`);
      yield { kind: 'refused', key: entry.address, reason: `the sitemap cannot be read: ${entry.reason}` };
    }
  }
}

async function* readListed(
  input: FeedInput,
  listed: readonly string[],
  options: FeedOptions,
): AsyncGenerator<FeedRecord> {
  if (!input.follow) options.onIncomplete?.('the list names pages that a file cannot follow');
  for (const address of new Set(listed.map((one) => absolute(one, input.location)))) {
    if (input.follow) yield* followed(input, address, options);
    else {
      yield { kind: 'refused', key: address, reason: 'the list names a page, and a file cannot be followed' };
    }
  }
}

async function* followed(
  input: FeedInput,
  address: string,
  options: FeedOptions,
): AsyncGenerator<FeedRecord> {
  try {
    const page = await input.follow!(address);
    const { text, cut } = await wholeText(page, maxPageChars);
    if (cut) throw new FeedUnreadable(`more than ${maxPageChars} characters`);
    yield* readPage(text, page.location, options).records;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!isGone(error)) options.onIncomplete?.(`a page cannot be read: ${address}: ${reason}`);
    yield { kind: 'refused', key: address, reason: `the page cannot be read: ${reason}` };
  }
}

/** The site says that the page is no more, so that what was on it may be taken for gone; other failures say nothing. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^http-4(?:04|10)$/.test(String(error.code));

interface ReadPage {
  readonly records: readonly FeedRecord[];
  readonly listed: readonly string[];
}

function readPage(text: string, location: string, options: FeedOptions): ReadPage {
  const trimmed = text.trimStart();
  return /^[[{]/.test(trimmed) ? readDocument(trimmed, location, options) : readHtml(text, location, options);
}

function readDocument(text: string, location: string, options: FeedOptions): ReadPage {
  const reading = readTolerantJson(text);
  if ('problem' in reading) throw new FeedUnreadable(`${reading.problem}: ${location}`);
  const found = findCourses(readJsonLd([reading.value]));
  return { records: recordsOf(found.courses, { location, base: location }, options), listed: found.listed };
}

/** JSON-LD is asked first, then RDFa, then microdata: pages that mark a course twice mean one course. */
function readHtml(text: string, location: string, options: FeedOptions): ReadPage {
  const page = readPageMarkup(text, location);
  const found = [page.jsonLd, page.rdfa, page.microdata].map(findCourses);
  const courses = found.find((one) => one.courses.length > 0)?.courses ?? [];
  const facts = {
    location: page.canonical ?? location,
    base: page.base,
    ...(page.language === undefined ? {} : { language: page.language }),
  };
  const records = recordsOf(courses, facts, options);
  const broken: readonly FeedRecord[] =
    courses.length === 0 ? page.problems.map((reason) => ({ kind: 'refused', key: location, reason })) : [];
  return { records: [...records, ...broken], listed: found.flatMap((one) => one.listed) };
}

function recordsOf(
  courses: readonly LinkedNode[],
  page: { location: string; base: string; language?: string },
  options: FeedOptions,
  isAlone = courses.length === 1,
): readonly FeedRecord[] {
  return courses.map((course) => courseOfNode(course, { ...page, isAlone }, options.today));
}
