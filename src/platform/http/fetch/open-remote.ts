import { Readable } from 'node:stream';
import { decodeBody, peek } from './decode-body.ts';
import { FetchFailed, FetchRefused, toFetchError } from './fetch-errors.ts';
import type { Fetched, Fetcher, FetchRequest } from './guarded-fetch.ts';
import { siteOf } from './same-site.ts';
import { spool, type Spool } from './spool.ts';

export interface RemoteOptions extends Omit<FetchRequest, 'method'> {
  /** Folder for the bytes while they are read; made when missing. */
  readonly folder: string;
  /** Names of files, never used twice. */
  readonly newId: () => string;
  /** Further sites that links may lead to, such as `api.example.org`. */
  readonly followHosts?: readonly string[];
  /** Followed documents kept on disk at once; older ones are fetched again when asked for. Default 16. */
  readonly keep?: number;
}

/** A document of the web, its bytes at hand. */
export interface RemoteDocument {
  /** The address it finally came from; base of relative links. */
  readonly location: string;
  readonly contentType?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** True only when `etag` or `lastModified` was given: there is nothing to open then. */
  readonly notModified: boolean;
  /** The bytes from the start, unpacked when they came as a gzip file; may be called more than once. */
  open(): Promise<Readable>;
  /**
   * A document that this one names, by absolute or relative address, on the same site (or an allowed host).
   * @throws FetchRefused, FetchFailed
   */
  follow(address: string): Promise<RemoteDocument>;
  /** Gives the disk space back; closing the first document closes all that were followed from it. */
  close(): Promise<void>;
}

interface Shelf {
  readonly fetcher: Fetcher;
  readonly options: RemoteOptions;
  /** The address that was asked for. */
  readonly asked: URL;
  /** Followed documents, oldest first. */
  readonly kept: Map<object, Spool>;
}

/**
 * Fetches an address whole, so that it can be read slowly, more than once, without keeping the other side waiting.
 * @throws FetchRefused, FetchFailed
 */
export async function openRemote(
  fetcher: Fetcher,
  url: string,
  options: RemoteOptions,
): Promise<RemoteDocument> {
  const asked = fetcher.check(url);
  const shelf: Shelf = { fetcher, options, asked, kept: new Map() };
  const first = await download(shelf, url, options);
  return {
    ...remoteDocument(shelf, first.answer, () => Promise.resolve(first.bytes)),
    async close() {
      await Promise.all([first.bytes, ...shelf.kept.values()].map((one) => one.close()));
      shelf.kept.clear();
    },
  };
}

function remoteDocument(shelf: Shelf, answer: Fetched, bytes: () => Promise<Spool>): RemoteDocument {
  const { contentType, etag, lastModified, notModified, finalUrl } = answer;
  return {
    location: finalUrl,
    ...(contentType !== undefined && { contentType }),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    notModified,
    async open() {
      if (notModified) throw new Error(`${finalUrl} is not modified: there is nothing to open`);
      return (await bytes()).open();
    },
    follow: (address) => follow(shelf, address, finalUrl),
    close: () => Promise.resolve(),
  };
}

async function follow(shelf: Shelf, address: string, base: string): Promise<RemoteDocument> {
  const url = shelf.fetcher.check(address, base);
  const { followHosts = [] } = shelf.options;
  const near = siteOf(url.hostname) === siteOf(shelf.asked.hostname) || followHosts.includes(url.hostname);
  if (!near && !shelf.fetcher.isAllowed(url.href))
    throw new FetchRefused(
      'other-site',
      `"${shelf.asked.host}" names a document on "${url.host}", another site: not fetched. An operator can allow this host (FETCH_ALLOWED_HOSTS).`,
    );
  // A further page of the address that an operator asked for is part of it; any other document is a crawler's find.
  const samePlace = url.origin === shelf.asked.origin && url.pathname === shelf.asked.pathname;
  const robots = samePlace ? (shelf.options.robots ?? 'obey') : 'obey';
  const { etag: _, lastModified: __, ...kept } = shelf.options;
  const request: FetchRequest = { ...kept, robots };
  const first = await download(shelf, url.href, request);
  const key = {};
  await keep(shelf, key, first.bytes);
  return {
    ...remoteDocument(shelf, first.answer, async () => {
      const known = shelf.kept.get(key);
      if (known) return known;
      const again = await download(shelf, url.href, request);
      await keep(shelf, key, again.bytes);
      return again.bytes;
    }),
    async close() {
      await shelf.kept.get(key)?.close();
      shelf.kept.delete(key);
    },
  };
}

/** Puts a document on the shelf and takes the oldest off that nobody reads. */
async function keep(shelf: Shelf, key: object, bytes: Spool): Promise<void> {
  shelf.kept.set(key, bytes);
  for (const [other, old] of shelf.kept) {
    if (shelf.kept.size <= (shelf.options.keep ?? 16)) return;
    if (other === key || old.inUse()) continue;
    shelf.kept.delete(other);
    await old.close();
  }
}

interface Downloaded {
  readonly answer: Fetched;
  readonly bytes: Spool;
}

/** A body that breaks off is asked for once more: the fetcher retries only what comes before the body. */
async function download(shelf: Shelf, url: string, request: FetchRequest): Promise<Downloaded> {
  try {
    return await downloadOnce(shelf, url, request);
  } catch (error) {
    if (error instanceof FetchFailed && error.code === 'broken-off') return downloadOnce(shelf, url, request);
    throw error;
  }
}

async function downloadOnce(shelf: Shelf, url: string, request: FetchRequest): Promise<Downloaded> {
  const { fetcher, options } = shelf;
  const answer = await fetcher.fetch(url, request);
  try {
    const body = await unpackedFile(
      answer,
      request.maxBytes ?? fetcher.limits.maxBytes,
      fetcher.limits.maxRatio,
    );
    return { answer, bytes: await spool(body, options.folder, options.newId()) };
  } catch (error) {
    throw isSystemError(error) ? error : toFetchError(error, new URL(answer.finalUrl));
  } finally {
    answer.body.destroy();
  }
}

/** Sitemaps and dumps come as .gz files, which no header announces: their first two bytes do. */
async function unpackedFile(answer: Fetched, maxBytes: number, maxRatio: number): Promise<Readable> {
  const [body, head] = await peek(answer.body);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return body;
  const { host } = new URL(answer.finalUrl);
  return Readable.from(decodeBody(body, 'gzip', { maxBytes, maxRatio }, host), { objectMode: false });
}

/** A full or forbidden disk is no fault of the other side. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}
