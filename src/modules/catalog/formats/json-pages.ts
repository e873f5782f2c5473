import { shown } from '../course-document/degradation.ts';
import { type FeedInput, type FeedOptions, type FeedRecord, FeedUnreadable } from './feed-format.ts';
import { BrokenLine } from './json-lines.ts';
import type { JsonShape } from './json-shape.ts';
import { jsonPieces } from './json-stream.ts';
import { readAside } from './page-aside.ts';
import { isObject, type RawObject } from './raw-value.ts';

export interface PagedShape extends JsonShape {
  /** The next page's address (absolute, or relative to this page), from the values that this page told. */
  readonly next?: (values: ReadonlyMap<string, unknown>, location: string) => string | undefined;
  /** Values that the records refer to, wherever they stand on the page: read before the records. */
  readonly aside?: readonly string[];
}

export interface JsonRecord {
  readonly raw: RawObject;
  /** Name of the list that the record was in; '' for a bare array, a line or a lone record. */
  readonly path: string;
  /** Address of the page: base of relative links. */
  readonly location: string;
  /** The page's values of the shape's `aside`. */
  readonly aside: ReadonlyMap<string, unknown>;
}

/** A catalogue has fewer pages; a server that goes on is not telling the truth. */
const mostPages = 20_000;

/** Reads an address from a 'next' member: blank, null and "null" mean the last page. */
export function nextAddress(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value !== 'null' ? value.trim() : undefined;
}

/**
 * The records of a feed, page after page, each read by `read`; what is no object is refused here. A page that repeats
 * or a next page that cannot be followed ends the feed and is told to `options.onIncomplete`. Throws FeedUnreadable
 * when a page breaks off or cannot be had.
 */
export async function* readRecords(
  first: FeedInput,
  options: FeedOptions,
  shape: PagedShape,
  read: (record: JsonRecord) => FeedRecord,
): AsyncGenerator<FeedRecord> {
  const seen = new Set<string>();
  let page: FeedInput | undefined = first;
  while (page) {
    seen.add(page.location);
    const opened: OpenedPage = shape.aside ? await readAside(page, shape.aside) : { page, aside: noAside };
    const values = new Map<string, unknown>();
    for await (const { path, value } of jsonPieces(opened.page, shape)) {
      if (shape.values?.includes(path)) values.set(path, value);
      else yield recordOf(value, { path, location: page.location, aside: opened.aside }, read);
    }
    page = await nextPage(page, shape.next?.(values, page.location), seen, options);
  }
}

interface OpenedPage {
  readonly page: FeedInput;
  readonly aside: ReadonlyMap<string, unknown>;
}

const noAside: ReadonlyMap<string, unknown> = new Map();

function recordOf(
  value: unknown,
  about: Omit<JsonRecord, 'raw'>,
  read: (record: JsonRecord) => FeedRecord,
): FeedRecord {
  if (value instanceof BrokenLine) return { kind: 'refused', reason: value.reason };
  if (!isObject(value)) return { kind: 'refused', reason: `not a course: ${shown(value)}` };
  try {
    return read({ raw: value, ...about });
  } catch (error) {
    // A mistake of ours must not cost the records that follow.
    return { kind: 'refused', reason: `could not be read: ${String(error).slice(0, 200)}` };
  }
}

async function nextPage(
  page: FeedInput,
  address: string | undefined,
  seen: ReadonlySet<string>,
  options: FeedOptions,
): Promise<FeedInput | undefined> {
  if (address === undefined) return undefined;
  const incomplete = (reason: string): undefined => {
    options.onIncomplete?.(reason);
    return undefined;
  };
  if (!page.follow) return incomplete(`there are more pages, which a file cannot follow: ${shown(address)}`);
  const absolute = URL.canParse(address, page.location) ? new URL(address, page.location).href : address;
  if (seen.has(absolute)) return incomplete(`a page names itself as the next one: ${shown(absolute)}`);
  if (seen.size >= mostPages) return incomplete(`more than ${mostPages} pages`);
  try {
    return await page.follow(absolute);
  } catch (error) {
    if (error instanceof FeedUnreadable) throw error;
    throw new FeedUnreadable(`the next page cannot be had: ${absolute}: ${String(error)}`, { cause: error });
  }
}
