import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { openKey } from '../keys/keys.ts';
import { endSubscriptions } from './end-subscriptions.queries.ts';
import { type StillSent, stillSent } from './letter-scope.queries.ts';

/** What still comes to the reader of a letter. @throws Refusal 410 for a secret that opens nothing */
export async function whatComes(db: Db, actor: Actor, secret: string): Promise<StillSent[]> {
  const { contactId, letterId } = await openKey(db, actor, secret);
  return stillSent(db, contactId, letterId);
}

/**
 * Stops what a letter was about, or everything that comes to its reader. Doing it again changes nothing. An account keeps
 * following in the product. Returns how many subscriptions ended.
 * @throws Refusal 410 for a secret that opens nothing
 */
export async function stopLetters(
  db: Db,
  actor: Actor,
  { secret, all }: { readonly secret: string; readonly all: boolean },
): Promise<number> {
  const come = await whatComes(db, actor, secret);
  const ids = come.filter(({ ofLetter }) => all || ofLetter).map(({ id }) => id);
  return endSubscriptions(db, ids, { keepInProduct: true });
}
