import { FetchRefused } from './fetch-errors.ts';
import type { Exchange } from './one-request.ts';
import { robotsEntry, robotsMaxBytes, type RobotsCache, type RobotsEntry } from './robots.ts';

export interface RobotsReading {
  readonly cache: RobotsCache;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly maxRedirects: number;
  /** Reads and checks the target of a redirect. */
  check(location: string, base: URL): URL;
  get(url: URL, maxBytes: number): Promise<Exchange>;
}

/**
 * The robots.txt of an address's origin, from the cache or fetched. A host that cannot be reached at all throws its
 * FetchFailed and is not remembered: the page itself could not be fetched either, and that is the reason to tell.
 */
export async function readRobotsText(reading: RobotsReading, url: URL): Promise<RobotsEntry> {
  const known = await reading.cache.get(url.origin);
  if (known && known.expiresAt > reading.now) return known;
  const { status, text } = await download(reading, new URL('/robots.txt', url));
  const entry = robotsEntry(status, text, reading.now);
  await reading.cache.set(url.origin, entry);
  return entry;
}

async function download(reading: RobotsReading, start: URL): Promise<{ status: number; text: string }> {
  let url = start;
  for (let hops = 0; hops <= reading.maxRedirects; hops += 1) {
    // Cut rather than refused when too long: rules beyond the cap are not read.
    const answer = await reading.get(url, Number.POSITIVE_INFINITY);
    const location = answer.status >= 300 && answer.status < 400 ? answer.headers['location'] : undefined;
    if (location === undefined) return { status: answer.status, text: await head(answer) };
    answer.body.destroy();
    try {
      url = reading.check(location, url);
    } catch (error) {
      if (error instanceof FetchRefused) return { status: 0, text: '' };
      throw error;
    }
  }
  return { status: 0, text: '' };
}

async function head(answer: Exchange): Promise<string> {
  if (answer.status < 200 || answer.status >= 300) {
    answer.body.destroy();
    return '';
  }
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer.body as AsyncIterable<Buffer>) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= robotsMaxBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, robotsMaxBytes).toString('utf8');
}
