import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Pace } from '../contract.ts';
import { badWish, noWant, nothingFollowed, signInForThat } from '../refusals.ts';
import { endSubscriptions } from '../stop/end-subscriptions.queries.ts';
import {
  changeSubscription,
  type ContactSeen,
  deleteContact,
  type FollowingSeen,
  followingsOf,
  resumeContact,
} from './followings.queries.ts';

/** One of the things that these contacts follow. @throws Refusal 404 for somebody else's */
export async function ownFollowing(
  db: Db,
  contacts: readonly ContactSeen[],
  id: string,
): Promise<FollowingSeen> {
  const all = await followingsOf(
    db,
    contacts.map((each) => each.id),
  );
  const found = all.find((each) => each.id === id);
  if (!found) throw nothingFollowed();
  return found;
}

/**
 * Changes which news come and how often.
 * @throws Refusal 404 for somebody else's; 422 beside `wants` or `pace`
 */
export async function changeFollowing(
  db: Db,
  actor: Actor,
  {
    contacts,
    id,
    wants,
    pace,
  }: {
    readonly contacts: readonly ContactSeen[];
    readonly id: string;
    readonly wants: readonly string[];
    readonly pace: Pace;
  },
): Promise<FollowingSeen> {
  const following = await ownFollowing(db, contacts, id);
  if (wants.length === 0) throw noWant();
  if (wants.some((want) => !following.offered.includes(want))) throw badWish();
  const isAccount = contacts.some((each) => each.id === following.contactId && each.kind === 'account');
  if (pace === 'no-letter' && !isAccount) throw signInForThat();
  await changeSubscription(db, { id, wants, pace, now: actor.now });
  return following;
}

/** Follows no longer. @throws Refusal 404 for somebody else's */
export async function endFollowing(
  db: Db,
  contacts: readonly ContactSeen[],
  id: string,
): Promise<FollowingSeen> {
  const following = await ownFollowing(db, contacts, id);
  await endSubscriptions(db, [id], { keepInProduct: false });
  return following;
}

/** Keeps nothing about a letter box or a browser. @throws Refusal 404 for somebody else's, and for an account */
export async function forgetContact(db: Db, contacts: readonly ContactSeen[], id: string): Promise<void> {
  if (!contacts.some((each) => each.id === id) || !(await deleteContact(db, id))) throw nothingFollowed();
}

/** Sends again to a contact whose letters came back. @throws Refusal 404 for somebody else's */
export async function resume(db: Db, contacts: readonly ContactSeen[], id: string): Promise<void> {
  if (!contacts.some((each) => each.id === id)) throw nothingFollowed();
  await resumeContact(db, id);
}
