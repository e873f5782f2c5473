import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { storableText } from '../../../platform/db/storable-text.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { addressKey, hashOf, isAddress } from '../../accounts/index.ts';
import type { FollowWish, PushSubscriptionJson, Topic } from '../contract.ts';
import { endSubscriptions } from '../stop/end-subscriptions.queries.ts';
import { badWish, noWant, signInForThat, tooManyFollowed, wrongAddress, wrongBrowser } from '../refusals.ts';
import { isPushSubscription } from './push-subscription.ts';
import {
  accountContact,
  contactOfBrowser,
  countOthers,
  insertWish,
  pushContact,
  subscriptionsOfPerson,
  upsertSubscription,
} from './follow.queries.ts';
import { limitAskings } from './limit-askings.ts';

export const confirmTask = 'notify-confirm';
/** A letter of Friday evening is read on Monday. */
const wishHours = 96;

/**
 * Follows a topic. A letter box is asked by letter first (`to-confirm`), unless this browser confirmed it before; the answer
 * never tells whether an address is known. A browser and a signed-in person follow at once.
 * @throws Refusal 422 beside the field `wants`, `mail`, `push` or `pace`; 429 when letters are asked too often
 */
export async function follow(db: Db, actor: Actor, wish: FollowWish): Promise<'following' | 'to-confirm'> {
  const asked = checkedWish(wish);
  const { by } = asked;
  if ('mail' in by) return followByMail(db, actor, asked, by);
  const { pace } = asked;
  if ('push' in by) {
    if (pace === 'no-letter') throw signInForThat();
    await limitAskings(db, actor, undefined);
    await keep(db, actor, asked, await browserOf(db, actor, by.push, asked));
    return 'following';
  }
  const personId = actor.id;
  if (actor.kind !== 'person' || personId === undefined) throw signInForThat();
  const contact = { id: actor.ids.next(), personId, lang: asked.lang, now: actor.now };
  await keep(db, actor, asked, await accountContact(db, contact));
  return 'following';
}

/** Ends what the signed-in person follows of a topic, in their account, their browsers and their letter boxes. */
export async function unfollow(db: Db, actor: Actor, topic: Topic): Promise<boolean> {
  if (actor.id === undefined) throw signInForThat();
  const ids = await subscriptionsOfPerson(db, actor.id, topic);
  return (await endSubscriptions(db, ids, { keepInProduct: false })) > 0;
}

const mostWords = 300;

/** @throws Refusal 422 */
function checkedWish(wish: FollowWish): FollowWish {
  const offered = [...new Set(wish.offered ?? wish.wants)];
  const wants = [...new Set(wish.wants)];
  if (wants.length === 0) throw noWant();
  if (wants.length > 20 || wants.some((want) => !offered.includes(want))) throw badWish();
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(wish.id) || !/^\/(?![/\\])/.test(wish.path))
    throw badWish();
  return { ...wish, wants, offered, title: storableText(wish.title).trim().slice(0, mostWords) };
}

/** Nobody reads the news of more; a program that follows a whole catalogue is to read its feed. */
const mostFollowed = 1_000;

async function keep(db: Db, actor: Actor, wish: FollowWish, contactId: string): Promise<void> {
  if ((await countOthers(db, contactId, wish.topic)) >= mostFollowed) throw tooManyFollowed();
  await upsertSubscription(db, { ...wish, id: actor.ids.next(), contactId, now: actor.now });
}

async function followByMail(
  db: Db,
  actor: Actor,
  wish: FollowWish,
  { mail, proof }: { readonly mail: string; readonly proof?: string },
): Promise<'following' | 'to-confirm'> {
  if (!isAddress(mail)) throw wrongAddress();
  if (wish.pace === 'no-letter') throw signInForThat();
  const key = addressKey(mail);
  const known = proof === undefined ? undefined : await contactOfBrowser(db, hashOf(proof), key, actor.now);
  if (known !== undefined) {
    await keep(db, actor, wish, known);
    return 'following';
  }
  await limitAskings(db, actor, key);
  const isNew = await insertWish(db, {
    id: wish.id,
    address: mail.trim(),
    address_key: key,
    ...wish.topic,
    wants: [...wish.wants],
    offered: [...(wish.offered ?? wish.wants)],
    pace: wish.pace,
    title: wish.title,
    path: wish.path,
    lang: wish.lang,
    answers: wish.answers ?? {},
    created_at: actor.now,
    expires_at: new Date(actor.now.getTime() + wishHours * 3_600_000),
  });
  if (isNew)
    await enqueue(db, confirmTask, { id: wish.id }, { key: `${confirmTask}:${wish.id}`, priority: -10 });
  return 'to-confirm';
}

/** @throws Refusal 422 */
async function browserOf(
  db: Db,
  actor: Actor,
  push: PushSubscriptionJson,
  { lang }: FollowWish,
): Promise<string> {
  if (!isPushSubscription(push)) throw wrongBrowser();
  return pushContact(db, {
    id: actor.ids.next(),
    personId: actor.kind === 'person' ? actor.id : undefined,
    endpoint: push.endpoint,
    key: push.keys.p256dh,
    auth: push.keys.auth,
    lang,
    now: actor.now,
  });
}
