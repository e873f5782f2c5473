import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';
import type { Sent } from './network.ts';
import { networks } from './networks.ts';
import { noteTry, type PostInHand, settlePost, takePost } from './social.queries.ts';

const minute = 60_000;
/** A sender that did not come back for this long was killed. */
const vanishedMs = 5 * minute;
const mostTries = 8;
const mostAtOnce = 20;

interface Scene {
  readonly db: Db;
  readonly actor: Actor;
  readonly fetcher: Pick<Fetcher, 'post' | 'fetch'>;
  readonly signal?: AbortSignal;
}

/**
 * Sends the posts whose time has come, each once. That a try begins is written before it, and what became of it after;
 * between the two stands the network, which knows the post by its id. Where even that cannot tell whether a post arrived,
 * it waits for an editor. Returns how many were tried.
 */
export async function sendPosts(scene: Scene): Promise<number> {
  const { db, actor, signal } = scene;
  for (let count = 0; count < mostAtOnce; count += 1) {
    if (signal?.aborted) return count;
    const post = await transact(db, (inner) => begin(inner, actor));
    if (!post) return count;
    const sent = isPastTelling(post, actor.now) ? nobodyKnows : await tryOnce(scene, post);
    await transact(db, (inner) => end(inner, actor, post, sent));
  }
  return mostAtOnce;
}

async function begin(db: Db, actor: Actor): Promise<PostInHand | undefined> {
  const post = await takePost(db, actor.now, new Date(actor.now.getTime() - vanishedMs));
  if (post)
    await noteTry(db, { id: actor.ids.next(), postId: post.id, at: actor.now, outcome: 'begun', answer: '' });
  return post;
}

const nobodyKnows: Sent = { outcome: 'unknown', answer: 'Nobody knows whether an earlier try arrived.' };

/** Too long ago for the network to recognise the same post again. */
function isPastTelling({ network, uncertainSince }: PostInHand, now: Date): boolean {
  const { safeMs } = networks[network];
  return safeMs !== undefined && uncertainSince !== null && now.getTime() - uncertainSince.getTime() > safeMs;
}

const tryOnce = (
  { fetcher }: Scene,
  { network, uncertainSince, postAt, ...post }: PostInHand,
): Promise<Sent> =>
  networks[network].send(fetcher, { ...post, at: postAt, mayBeThere: uncertainSince !== null });

async function end(db: Db, actor: Actor, post: PostInHand, sent: Sent): Promise<void> {
  const { now } = actor;
  const status = 'status' in sent ? sent.status : undefined;
  await noteTry(db, {
    id: actor.ids.next(),
    postId: post.id,
    at: now,
    outcome: sent.outcome,
    status,
    answer: sent.answer,
  });
  await settlePost(db, post.id, endOf(post, sent, now));
}

function endOf(post: PostInHand, sent: Sent, now: Date): Parameters<typeof settlePost>[2] {
  if (sent.outcome === 'sent') return { state: 'sent', nextAt: now, remoteUrl: sent.url, isUncertain: false };
  if (sent.outcome === 'refused') return { state: 'failed', nextAt: now, isUncertain: false };
  const isUncertain = sent.outcome === 'unknown' || post.uncertainSince !== null;
  if (sent === nobodyKnows || post.tries >= mostTries)
    return { state: isUncertain ? 'unsure' : 'failed', nextAt: now, isUncertain };
  const pause = (sent.outcome === 'later' ? sent.afterMs : undefined) ?? minute * 2 ** (post.tries - 1);
  return { state: 'scheduled', nextAt: new Date(now.getTime() + pause), isUncertain };
}
