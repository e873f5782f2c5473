import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { networkOf } from '../../../platform/http/rate-limit.ts';
import { hashOf } from '../../accounts/index.ts';
import { tooManyLetters } from '../refusals.ts';
import { countAsking } from './limit-askings.queries.ts';

const hour = 3_600_000;

/**
 * What one may ask within an hour. Few letters to one address, so that nobody fills a stranger's letter box; more from
 * one network, since a class sits behind one.
 */
const allowed = { address: 6, network: 40 } as const;

/**
 * Counts a visitor's asking about an address and from their network.
 * @throws Refusal 429 with the wait in minutes
 */
export async function limitAskings(db: Db, actor: Actor, addressKey: string | undefined): Promise<void> {
  const scopes: [keyof typeof allowed, string][] = [];
  if (actor.kind === 'visitor') scopes.push(['network', networkOf(actor.address)]);
  if (addressKey !== undefined) scopes.push(['address', addressKey]);
  const since = new Date(actor.now.getTime() - hour);
  for (const [scope, about] of scopes) {
    const earlier = await countAsking(db, hashOf(`${scope} ${about}`), actor.now, since);
    const oldest = earlier.at(-allowed[scope]);
    if (oldest) throw tooManyLetters(Math.ceil((oldest.getTime() + hour - actor.now.getTime()) / 1000));
  }
}
