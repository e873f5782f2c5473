import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { hashOf } from '../../accounts/index.ts';
import { deadLink } from '../refusals.ts';
import { insertKeys, type NewKey, type Opened, openedBy } from './keys.queries.ts';

/** A link to stop letters must work for as long as the letter is kept by its reader. */
export const keyDays = 400;

export interface IssuedKey extends NewKey {
  /** What the link or the cookie carries; the database keeps its hash. */
  readonly secret: string;
}

/** Makes a secret that opens the page of a contact; it is to be kept with `insertKeys`. */
export function makeKey(actor: Actor, contactId: string, letterId?: string): IssuedKey {
  const secret = actor.ids.secret();
  const expiresAt = new Date(actor.now.getTime() + keyDays * 86_400_000);
  return { secret, hash: hashOf(secret), contactId, expiresAt, ...(letterId !== undefined && { letterId }) };
}

/** Lets a browser manage a contact. Returns the secret for its cookie. */
export async function keyForBrowser(db: Db, actor: Actor, contactId: string): Promise<string> {
  const key = makeKey(actor, contactId);
  await insertKeys(db, [key]);
  return key.secret;
}

/** What a secret opens. @throws Refusal 410 */
export async function openKey(db: Db, actor: Actor, secret: string): Promise<Opened> {
  const opened = await openedBy(db, hashOf(secret), actor.now);
  if (!opened) throw deadLink();
  return opened;
}
