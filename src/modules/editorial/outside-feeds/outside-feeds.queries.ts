import { type Selectable, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { OutsideItem } from '../../../platform/feeds/read-feed.ts';
import type { EditorialTables, FeedTable } from '../tables.ts';

const editorial = (db: Db) => tables<EditorialTables>(db);

/** A feed as editors see it. */
export interface OutsideFeedRow {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly pageUrl: string | null;
  readonly lang: string | null;
  readonly everyHours: number;
  readonly isPaused: boolean;
  readonly readAt: Date | null;
  readonly nextAt: Date;
  readonly failures: number;
  readonly problem: string | null;
  readonly items: number;
}

const columns = sql`f.id, f.url, f.name, f.page_url as "pageUrl", f.lang, f.every_hours as "everyHours",
  f.is_paused as "isPaused", f.read_at as "readAt", f.next_at as "nextAt", f.failures, f.problem,
  (select count(*)::int from editorial.feed_item i where i.feed_id = f.id) as items`;

export async function allFeeds(db: Db): Promise<OutsideFeedRow[]> {
  const { rows } = await sql<OutsideFeedRow>`
    select ${columns} from editorial.feed f order by f.problem is null, lower(f.name), f.id`.execute(
    tables(db),
  );
  return rows;
}

export async function findFeed(db: Db, id: string): Promise<OutsideFeedRow | undefined> {
  const { rows } =
    await sql<OutsideFeedRow>`select ${columns} from editorial.feed f where f.id = ${id}`.execute(tables(db));
  return rows[0];
}

export interface NewFeed {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly lang: string | null;
  readonly everyHours: number;
  readonly addedBy: string | null;
  readonly now: Date;
}

/** Returns whether it is new; an address is read once. */
export async function insertFeed(db: Db, feed: NewFeed): Promise<boolean> {
  const rows = await editorial(db)
    .insertInto('editorial.feed')
    .values({
      id: feed.id,
      url: feed.url,
      name: feed.name,
      lang: feed.lang,
      every_hours: feed.everyHours,
      next_at: feed.now,
      added_by: feed.addedBy,
      added_at: feed.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length === 1;
}

export interface FeedSettings {
  readonly name: string;
  readonly lang: string | null;
  readonly everyHours: number;
  readonly isPaused: boolean;
}

export async function changeFeed(db: Db, id: string, change: FeedSettings): Promise<void> {
  await editorial(db)
    .updateTable('editorial.feed')
    .set({ name: change.name, lang: change.lang, every_hours: change.everyHours, is_paused: change.isPaused })
    .where('id', '=', id)
    .execute();
}

export async function deleteFeed(db: Db, id: string): Promise<void> {
  await editorial(db).deleteFrom('editorial.feed').where('id', '=', id).execute();
}

export type DueFeed = Pick<
  Selectable<FeedTable>,
  'id' | 'url' | 'name' | 'etag' | 'last_modified' | 'failures' | 'every_hours'
>;

/** Feeds whose time has come, or this one. */
export function dueFeeds(db: Db, now: Date, id: string | undefined, most: number): Promise<DueFeed[]> {
  const query = editorial(db)
    .selectFrom('editorial.feed')
    .select(['id', 'url', 'name', 'etag', 'last_modified', 'failures', 'every_hours'])
    .limit(most);
  return id === undefined
    ? query.where('is_paused', '=', false).where('next_at', '<=', now).orderBy('next_at').execute()
    : query.where('id', '=', id).execute();
}

export interface ReadOutcome {
  readonly readAt?: Date;
  readonly nextAt: Date;
  readonly failures: number;
  readonly problem: string | null;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly pageUrl?: string | null;
  /** For a feed that nobody named yet. */
  readonly name?: string;
}

export async function noteReading(db: Db, id: string, outcome: ReadOutcome): Promise<void> {
  const { readAt, nextAt, failures, problem, etag, lastModified, pageUrl, name } = outcome;
  await editorial(db)
    .updateTable('editorial.feed')
    .set({
      next_at: nextAt,
      failures,
      problem,
      ...(readAt && { read_at: readAt }),
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { last_modified: lastModified }),
      ...(pageUrl !== undefined && { page_url: pageUrl }),
      ...(name !== undefined && { name }),
    })
    .where('id', '=', id)
    .execute();
}

export interface KeptItem extends OutsideItem {
  readonly id: string;
  readonly publishedAt: Date;
}

/** New items come in, known ones follow their feed; what an editor hid stays hidden. The oldest beyond `most` go. */
export async function keepItems(
  db: Db,
  feedId: string,
  items: readonly KeptItem[],
  most: number,
): Promise<void> {
  await sql`
    insert into editorial.feed_item (id, feed_id, guid, title, summary, url, published_at)
    select distinct on (guid) id, ${feedId}::uuid, guid, title, summary, url, "publishedAt"
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      as item(id uuid, guid text, title text, summary text, url text, "publishedAt" timestamptz)
    on conflict (feed_id, guid) do update set title = excluded.title, summary = excluded.summary, url = excluded.url`.execute(
    tables(db),
  );
  await sql`delete from editorial.feed_item where feed_id = ${feedId} and id in (
    select id from editorial.feed_item where feed_id = ${feedId} order by published_at desc, id offset ${most})`.execute(
    tables(db),
  );
}

export interface FeedItemRow {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  readonly publishedAt: Date;
  readonly isHidden: boolean;
}

export async function itemsOfFeed(db: Db, feedId: string, most: number): Promise<FeedItemRow[]> {
  const { rows } = await sql<FeedItemRow>`
    select id, title, summary, url, published_at as "publishedAt", is_hidden as "isHidden" from editorial.feed_item
    where feed_id = ${feedId} order by published_at desc, id limit ${most}`.execute(tables(db));
  return rows;
}

/** Returns whether there is such an item in this feed. */
export async function hideItem(db: Db, feedId: string, id: string, isHidden: boolean): Promise<boolean> {
  const rows = await editorial(db)
    .updateTable('editorial.feed_item')
    .set({ is_hidden: isHidden })
    .where('id', '=', id)
    .where('feed_id', '=', feedId)
    .returning('id')
    .execute();
  return rows.length === 1;
}
