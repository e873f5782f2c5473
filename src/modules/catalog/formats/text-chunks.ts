import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FeedInput } from './feed-format.ts';
import { FeedUnreadable } from './feed-format.ts';
import { openedBytesGuard } from './opened-bytes.ts';
import { decodedText } from './text-encoding.ts';

const gzipLimits = { maxBytes: 4 * 2 ** 30, maxRatio: 250 };

/**
 * The text of a feed, piece by piece, in whatever encoding it comes and unpacked when it is gzip (sitemaps often are).
 * Throws FeedUnreadable when packed data are broken or a bomb; the stream's own failures pass through.
 */
export function textChunks(input: FeedInput): AsyncGenerator<string> {
  return decodedText(plainBytes(input), input.contentType);
}

/** The whole text, for one page or one small document; what goes beyond maxChars is left unread and `cut` is true. */
export async function wholeText(input: FeedInput, maxChars: number): Promise<{ text: string; cut: boolean }> {
  const pieces: string[] = [];
  let length = 0;
  for await (const chunk of textChunks(input)) {
    pieces.push(chunk);
    length += chunk.length;
    if (length > maxChars) return { text: pieces.join('').slice(0, maxChars), cut: true };
  }
  return { text: pieces.join(''), cut: false };
}

async function* plainBytes(input: FeedInput): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of (await input.open()) as AsyncIterable<Buffer>) {
    if (first && chunk[0] === 0x1f && chunk[1] === 0x8b) {
      yield* gunzipped(await input.open(), input.location);
      return;
    }
    first = false;
    yield chunk;
  }
}

async function* gunzipped(source: Readable, name: string): AsyncGenerator<Uint8Array> {
  const { countPacked, guard } = openedBytesGuard(gzipLimits, name);
  const fail = (error: Error) => {
    guard.destroy(new FeedUnreadable(`the packed data are broken in ${name}: ${error.message}`));
  };
  source.on('error', fail).pipe(countPacked).pipe(createGunzip()).on('error', fail).pipe(guard);
  try {
    yield* guard as AsyncIterable<Buffer>;
  } finally {
    source.destroy();
  }
}
