import type { AppContext } from '../../../platform/http/environment.ts';
import { hashOf } from '../../accounts/index.ts';
import { readBrowserProof, readPushProof } from '../follow-fields/browser-proof.ts';
import { type ContactSeen, contactsOfKeys, contactsOfPerson } from './followings.queries.ts';

/** Who looks at what they follow: contacts, and the address of their page. */
export interface Holder {
  readonly contacts: readonly ContactSeen[];
  /** Path of the page that lists them. */
  readonly base: '/following' | '/account/following';
  /** The secret that the page was opened with; it goes along from page to page. */
  readonly token?: string;
}

export async function personAsHolder(c: AppContext): Promise<Holder> {
  const { db, actor } = c.var;
  return { contacts: actor.id ? await contactsOfPerson(db, actor.id) : [], base: '/account/following' };
}

/** By the secret of a letter; without one, by what this browser was given when it confirmed an address or took messages. */
export async function bearerAsHolder(c: AppContext): Promise<Holder> {
  const { db, actor } = c.var;
  const token = c.req.query('token')?.slice(0, 100);
  const secrets = token === undefined ? [readBrowserProof(c), readPushProof(c)] : [token];
  const hashes = secrets.flatMap((secret) => (secret === undefined ? [] : hashOf(secret)));
  const contacts = hashes.length === 0 ? [] : await contactsOfKeys(db, hashes, actor.now);
  return { contacts, base: '/following', ...(token !== undefined && { token }) };
}
