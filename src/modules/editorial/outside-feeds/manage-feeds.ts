import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import type { Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { mayEdit } from '../policy.ts';
import { editorsOnly } from '../refusals.ts';
import {
  changeFeed,
  deleteFeed,
  type FeedSettings,
  findFeed,
  hideItem,
  insertFeed,
  type OutsideFeedRow,
} from './outside-feeds.queries.ts';
import { readFeedsTask } from './read-feeds.job.ts';

const feedNotFound = () => new Refusal(404, 'editorial.feed-not-found', 'editorial.refusal.feed-not-found');
const refused = (code: string) =>
  new Refusal(422, `editorial.feed-${code}`, `editorial.feeds.error.${code}`, { field: 'url' });

export interface FeedWish {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly lang: string | null;
  readonly everyHours: number;
}

/** Takes a feed of others and has it read. @throws Refusal 403, 422 for an address that we do not fetch or have already */
export async function addFeed(
  db: Db,
  actor: Actor,
  input: FeedWish & { readonly fetcher: Pick<Fetcher, 'check'> },
): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  const url = checked(input.fetcher, input.url);
  const { id, name, lang, everyHours } = input;
  const isNew = await insertFeed(db, {
    id,
    url,
    name,
    lang,
    everyHours,
    addedBy: actor.id ?? null,
    now: actor.now,
  });
  if (!isNew && (await findFeed(db, id))?.url !== url) throw refused('known');
  await audit(db, actor, 'add-feed', id, { url });
  await askForReading(db, id);
}

function checked(fetcher: Pick<Fetcher, 'check'>, url: string): string {
  try {
    return fetcher.check(url).href;
  } catch (error) {
    if (error instanceof FetchRefused) throw refused('address');
    throw error;
  }
}

const askForReading = (db: Db, feedId: string): Promise<void> =>
  enqueue(db, readFeedsTask, { feedId }, { key: `${readFeedsTask}:${feedId}` });

async function known(db: Db, actor: Actor, id: string): Promise<OutsideFeedRow> {
  demand(mayEdit(actor), editorsOnly);
  const feed = await findFeed(db, id);
  if (!feed) throw feedNotFound();
  return feed;
}

export async function setFeed(
  db: Db,
  actor: Actor,
  input: FeedSettings & { readonly id: string },
): Promise<void> {
  await known(db, actor, input.id);
  await changeFeed(db, input.id, input);
}

export async function readFeedNow(db: Db, actor: Actor, id: string): Promise<void> {
  await known(db, actor, id);
  await askForReading(db, id);
}

/** Its items go with it. */
export async function removeFeed(db: Db, actor: Actor, id: string): Promise<void> {
  const { url } = await known(db, actor, id);
  await deleteFeed(db, id);
  await audit(db, actor, 'remove-feed', id, { url });
}

/** Readers see it no longer, however often its feed says it. */
export async function hideFeedItem(
  db: Db,
  actor: Actor,
  input: { readonly feedId: string; readonly itemId: string; readonly isHidden: boolean },
): Promise<void> {
  await known(db, actor, input.feedId);
  demand(await hideItem(db, input.feedId, input.itemId, input.isHidden), feedNotFound);
  await audit(db, actor, input.isHidden ? 'hide-feed-item' : 'show-feed-item', input.itemId);
}
