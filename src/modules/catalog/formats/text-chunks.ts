import { decodedText } from './text-encoding.ts';
import type { FeedInput } from './feed-format.ts';

/** The text of a feed, piece by piece, in whatever encoding it turns out to be; the stream's own failures pass through. */
export async function* textChunks(input: FeedInput): AsyncGenerator<string> {
  yield* decodedText(await input.open(), input.contentType);
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
