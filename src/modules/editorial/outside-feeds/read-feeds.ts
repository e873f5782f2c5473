import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { NotAFeed, type OutsideFeed, readFeed } from '../../../platform/feeds/read-feed.ts';
import { FetchFailed, FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import type { Fetched, Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';
import { type DueFeed, dueFeeds, keepItems, type KeptItem, noteReading } from './outside-feeds.queries.ts';

const hourMs = 3_600_000;
const mostBytes = 8 * 1024 * 1024;
const mostAtOnce = 20;
/** Of one feed. */
const mostKept = 200;

type Read = { readonly fetched: Fetched; readonly feed: OutsideFeed | undefined };

/**
 * Reads the feeds whose time has come, or one of them: politely, with what the last answer said of itself. Whatever goes
 * wrong is noted beside the feed, which is then asked less and less often. Returns how many were tried.
 */
export async function readFeeds(
  scene: { readonly db: Db; readonly actor: Actor; readonly fetcher: Fetcher; readonly signal?: AbortSignal },
  feedId?: string,
): Promise<number> {
  const { db, actor, fetcher, signal } = scene;
  const due = await dueFeeds(db, actor.now, feedId, mostAtOnce);
  for (const feed of due) {
    if (signal?.aborted) break;
    const outcome = await fetchFeed(fetcher, feed, signal).catch(sentenceOf);
    await transact(db, (inner) => keep(inner, actor, feed, outcome));
  }
  return due.length;
}

async function fetchFeed(fetcher: Fetcher, feed: DueFeed, signal: AbortSignal | undefined): Promise<Read> {
  const fetched = await fetcher.fetch(feed.url, {
    robots: 'feed',
    maxBytes: mostBytes,
    attempts: 2,
    accept: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5',
    ...(feed.etag !== null && { etag: feed.etag }),
    ...(feed.last_modified !== null && { lastModified: feed.last_modified }),
    ...(signal && { signal }),
  });
  if (fetched.notModified) {
    fetched.body.destroy();
    return { fetched, feed: undefined };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of fetched.body as AsyncIterable<Buffer>) chunks.push(chunk);
  return { fetched, feed: readFeed(Buffer.concat(chunks), fetched.finalUrl, fetched.contentType) };
}

/** What an editor may read of it; anything else is a fault of ours. */
function sentenceOf(error: unknown): string {
  if (error instanceof FetchFailed || error instanceof FetchRefused || error instanceof NotAFeed)
    return error.message;
  throw error;
}

async function keep(db: Db, actor: Actor, feed: DueFeed, outcome: Read | string): Promise<void> {
  const { now } = actor;
  if (typeof outcome === 'string') {
    const failures = feed.failures + 1;
    const hours = Math.min(24 * 7, feed.every_hours * 2 ** Math.min(failures, 7));
    const nextAt = new Date(now.getTime() + hours * hourMs);
    return noteReading(db, feed.id, { nextAt, failures, problem: outcome });
  }
  const { fetched, feed: read } = outcome;
  const nextAt = new Date(now.getTime() + feed.every_hours * hourMs);
  const good = { readAt: now, nextAt, failures: 0, problem: null };
  if (!read) return noteReading(db, feed.id, good);
  await keepItems(
    db,
    feed.id,
    read.items.map((item) => kept(actor, item)),
    mostKept,
  );
  return noteReading(db, feed.id, {
    ...good,
    etag: fetched.etag ?? null,
    lastModified: fetched.lastModified ?? null,
    pageUrl: read.page ?? null,
    ...(feed.name === '' && read.title !== '' ? { name: read.title } : {}),
  });
}

/** Nothing is from the future: what says so came now. */
function kept(actor: Actor, item: OutsideFeed['items'][number]): KeptItem {
  const { now } = actor;
  const said = item.publishedAt;
  return { ...item, id: actor.ids.next(), publishedAt: said && said < now ? said : now };
}
