import { Readable } from 'node:stream';
import type { FeedInput } from './feed-format.ts';
import { FeedUnreadable } from './feed-format.ts';

export interface TextInputOptions {
  /** Default 'https://feeds.example/feed'. */
  readonly location?: string;
  readonly contentType?: string;
  /** Other documents by absolute address; with it, the input can be followed. An Error fails to load. */
  readonly pages?: Readonly<Record<string, string | Uint8Array | Error>>;
  /** Size of the pieces that open() hands out, in bytes; small ones find what breaks at the seams. */
  readonly pieceBytes?: number;
}

/**
 * A feed held in memory: for tests and for text that somebody pastes. Relative addresses given to follow() are
 * resolved against the location; an address that is not among the pages rejects with FeedUnreadable.
 */
export function textInput(content: string | Uint8Array, options: TextInputOptions = {}): FeedInput {
  const location = options.location ?? 'https://feeds.example/feed';
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const pages = options.pages;
  return {
    location,
    ...(options.contentType === undefined ? {} : { contentType: options.contentType }),
    open: async () => Readable.from(pieces(bytes, options.pieceBytes ?? 65_536), { objectMode: false }),
    ...(pages === undefined
      ? {}
      : {
          follow: async (address: string) => {
            const absolute = new URL(address, location).href;
            const page = pages[absolute];
            if (page instanceof Error) throw page;
            if (page === undefined) throw new FeedUnreadable(`404 for ${absolute}`);
            return textInput(page, { location: absolute, pages, pieceBytes: options.pieceBytes ?? 65_536 });
          },
        }),
  };
}

function* pieces(bytes: Uint8Array, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}
