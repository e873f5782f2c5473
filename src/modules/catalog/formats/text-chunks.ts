import type { FeedInput } from './feed-format.ts';

const sniffedBytes = 1024;

/**
 * The text of a feed, piece by piece, without its byte order mark. The encoding is the byte order mark's, else the
 * one that an XML declaration, the content type or an HTML meta names, else UTF-8. Bytes that are not of the
 * encoding become U+FFFD; the stream's own failures pass through.
 */
export async function* textChunks(input: FeedInput): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of (await input.open()) as AsyncIterable<Buffer>) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    held = Buffer.concat([held, chunk]);
    if (held.length < sniffedBytes) continue;
    decoder = new TextDecoder(encodingOf(held, input.contentType));
    yield decoder.decode(held, { stream: true });
  }
  if (decoder) yield decoder.decode();
  else yield new TextDecoder(encodingOf(held, input.contentType)).decode(held);
}

/** The whole text, for one page or one small document; what goes beyond maxChars is left unread and `cut` is true. */
export async function wholeText(input: FeedInput, maxChars: number): Promise<{ text: string; cut: boolean }> {
  let text = '';
  for await (const chunk of textChunks(input)) {
    text += chunk;
    if (text.length > maxChars) return { text: text.slice(0, maxChars), cut: true };
  }
  return { text, cut: false };
}

/** A label that TextDecoder knows, told from the first bytes. */
export function encodingOf(bytes: Uint8Array, contentType?: string): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const start = Buffer.from(bytes.subarray(0, sniffedBytes)).toString('latin1');
  const named =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1] ??
    /\bcharset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1];
  return named !== undefined && isKnown(named) && !/^utf-?16/i.test(named) ? named : 'utf-8';
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
