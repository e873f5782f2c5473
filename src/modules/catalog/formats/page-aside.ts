import { Readable } from 'node:stream';
import type { FeedInput } from './feed-format.ts';
import { jsonPieces } from './json-stream.ts';

/** A page up to this size is kept in memory rather than fetched twice. */
const keptBytes = 32_000_000;

/** The same page, read from memory the second time when it came from the network and is small enough. */
async function kept(page: FeedInput): Promise<FeedInput> {
  if (!page.follow) return page;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (await page.open()) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > keptBytes) return page;
    chunks.push(chunk);
  }
  const again = async () => Readable.from(chunks, { objectMode: false });
  return { ...page, follow: page.follow.bind(page), location: page.location, open: again };
}

/**
 * What stands beside the records of a page (linked partners, names of filters), read before them: it mostly follows
 * them in the text, and the records must not wait in memory for it.
 */
export async function readAside(
  page: FeedInput,
  names: readonly string[],
): Promise<{ readonly page: FeedInput; readonly aside: ReadonlyMap<string, unknown> }> {
  const again = await kept(page);
  const aside = new Map<string, unknown>();
  for await (const { path, value } of jsonPieces(again, { lists: [], values: names })) {
    if (names.includes(path)) aside.set(path, value);
  }
  return { page: again, aside };
}
