import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { hashOf } from '../../accounts/index.ts';
import { mailContact, upsertSubscription } from '../follow/follow.queries.ts';
import { keyForBrowser } from '../keys/keys.ts';
import { deadLink } from '../refusals.ts';
import { takeWish, type Wish, wishBySecret } from './wishes.queries.ts';

/** What a confirmation would follow. @throws Refusal 410 */
export async function wishOfLink(db: Db, actor: Actor, secret: string): Promise<Wish> {
  const wish = await wishBySecret(db, hashOf(secret), actor.now);
  if (!wish) throw deadLink();
  return wish;
}

/**
 * The owner of the address says yes: the letter box becomes a contact and follows.
 * @returns the wish, and a secret that lets this browser follow further topics without a letter
 * @throws Refusal 410 when the link was used or is too old
 */
export async function confirm(
  db: Db,
  actor: Actor,
  secret: string,
): Promise<{ readonly wish: Wish; readonly browserSecret: string }> {
  const wish = await takeWish(db, hashOf(secret), actor.now);
  if (!wish) throw deadLink();
  const { address, address_key: addressKey, lang, kind, subject } = wish;
  const contactId = await mailContact(db, {
    id: actor.ids.next(),
    address,
    addressKey,
    lang,
    now: actor.now,
  });
  await upsertSubscription(db, { ...wish, topic: { kind, subject }, contactId, now: actor.now });
  return { wish, browserSecret: await keyForBrowser(db, actor, contactId) };
}
