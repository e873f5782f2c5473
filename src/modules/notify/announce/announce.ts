import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { storableJson } from '../../../platform/db/storable-text.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import type { News } from '../contract.ts';
import { deliverTask, nextMinute } from '../deliver/due.ts';
import { insertFollowedNews } from './announce.queries.ts';

/**
 * Tells news to those who follow their topic with that want now. News that nobody follows are dropped at once, and so
 * are those whose key is known: announcing the same fact again, at the same time too, tells it once. One statement
 * for any number; letters are written by a job once the transaction is kept.
 * @returns how many are new and followed
 */
export async function announce(db: Db, actor: Actor, news: readonly News[]): Promise<number> {
  if (news.length === 0) return 0;
  // In the order in which they are told, which ids made within a millisecond do not keep by themselves.
  const ids = news.map(() => actor.ids.next()).toSorted();
  const items = news.map(({ topic, until, ...rest }, at) => ({
    ...rest,
    ...topic,
    id: ids[at],
    until: until?.toISOString(),
  }));
  const kept = await insertFollowedNews(db, storableJson(items), actor.now);
  // All that is announced within a minute goes out at its end, in one letter.
  if (kept > 0) await enqueue(db, deliverTask, {}, { key: deliverTask, runAt: nextMinute(actor.now) });
  return kept;
}
