import type { FeedInput } from '../feed-format.ts';
import { FeedUnreadable } from '../feed-format.ts';
import { childText, xmlElements } from '../xml-elements.ts';

/** A sitemap index may name sitemaps, which name pages; nobody needs more levels. */
const maxLevels = 3;
/** A site with more pages is not a site of courses. */
const maxPages = 500_000;

export type SitemapEntry =
  | { readonly kind: 'page'; readonly address: string }
  /** A sitemap of the index that cannot be read; the others follow. */
  | { readonly kind: 'lost'; readonly address: string; readonly reason: string };

/**
 * The pages of a sitemap or a sitemap index (sitemaps.org protocol 0.9, gzip or not), in their order, each once.
 * Throws FeedUnreadable when the first document itself cannot be read.
 */
export async function* sitemapPages(input: FeedInput): AsyncGenerator<SitemapEntry> {
  yield* entries(input, 1, new Set([input.location]));
}

async function* entries(input: FeedInput, level: number, seen: Set<string>): AsyncGenerator<SitemapEntry> {
  const wanted = (name: string) => name === 'url' || name === 'sitemap';
  for await (const { element } of xmlElements(input, { wanted })) {
    const written = childText(element, 'loc');
    const address =
      written !== undefined && URL.canParse(written, input.location)
        ? new URL(written, input.location).href
        : undefined;
    if (address === undefined || seen.has(address)) continue;
    if (seen.size > maxPages) throw new FeedUnreadable(`the sitemap names more than ${maxPages} pages`);
    seen.add(address);
    if (element.name === 'url') yield { kind: 'page', address };
    else if (level < maxLevels) yield* inner(input, address, level, seen);
  }
}

async function* inner(
  input: FeedInput,
  address: string,
  level: number,
  seen: Set<string>,
): AsyncGenerator<SitemapEntry> {
  try {
    if (!input.follow) throw new FeedUnreadable('a file cannot be followed');
    yield* entries(await input.follow(address), level + 1, seen);
  } catch (error) {
    yield { kind: 'lost', address, reason: error instanceof Error ? error.message : String(error) };
  }
}
