import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import type { Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { isZone } from '../../../platform/time/wall-time.ts';
import { mayEdit } from '../policy.ts';
import { editorsOnly, notInThisState } from '../refusals.ts';
import type { NetworkName } from '../tables.ts';
import { networks } from './networks.ts';
import { sendPostsTask } from './send-posts.job.ts';
import { allAccounts, deleteAccount, insertAccount, insertPost, movePost } from './social.queries.ts';

const refused = (code: string, field: string, values: Record<string, string | number> = {}) =>
  new Refusal(422, `editorial.social-${code}`, `editorial.social.error.${code}`, { field, values });

export interface AccountWish {
  readonly id: string;
  readonly network: NetworkName;
  readonly name: string;
  readonly server: string;
  readonly handle: string;
  readonly secret: string;
}

/** Keeps an account to post with. @throws Refusal 403, 422 for a server that we do not speak to */
export async function addAccount(
  db: Db,
  actor: Actor,
  input: AccountWish & { readonly fetcher: Pick<Fetcher, 'check'> },
): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  const { fetcher, ...wish } = input;
  const server = originOf(fetcher, wish.server);
  await insertAccount(db, { ...wish, server, addedBy: actor.id ?? null, now: actor.now });
  await audit(db, actor, 'add-social-account', wish.id, { network: wish.network, server });
}

function originOf(fetcher: Pick<Fetcher, 'check'>, address: string): string {
  try {
    return fetcher.check(/^https?:/i.test(address) ? address : `https://${address}`).origin;
  } catch (error) {
    if (error instanceof FetchRefused) throw refused('server', 'server');
    throw error;
  }
}

export async function removeAccount(db: Db, actor: Actor, id: string): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  demand(await deleteAccount(db, id), notInThisState);
  await audit(db, actor, 'remove-social-account', id);
}

export interface PostWish {
  readonly id: string;
  readonly accountId: string;
  readonly articleId: string | null;
  readonly text: string;
  readonly lang: string;
  /** Undefined: now. */
  readonly at: Date | undefined;
  readonly zone: string;
}

/** Plans a post; it goes out at its instant. @throws Refusal 403, 422 for no account, no text, too long a text */
export async function planPost(db: Db, actor: Actor, input: PostWish): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  const account = (await allAccounts(db)).find(({ id }) => id === input.accountId);
  if (!account) throw refused('account', 'account');
  const { most, lengthOf, title } = networks[account.network];
  const text = input.text.trim();
  const length = lengthOf(text);
  if (length === 0) throw refused('empty', 'text');
  if (length > most) throw refused('long', 'text', { network: title, length, most });
  const { now } = actor;
  const postAt = input.at !== undefined && input.at > now ? input.at : now;
  const zone = isZone(input.zone) ? input.zone : 'UTC';
  await insertPost(db, { ...input, text, postAt, zone, writtenBy: actor.id ?? null, now });
  await audit(db, actor, 'plan-social-post', input.id, { account: account.name });
  await enqueue(db, sendPostsTask, {}, { key: `${sendPostsTask}:${input.id}`, runAt: postAt });
}

/** A post that has not begun to leave is given up. */
export async function cancelPost(db: Db, actor: Actor, id: string): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  demand(await movePost(db, id, ['scheduled'], 'cancelled', actor.now), notInThisState);
  await audit(db, actor, 'cancel-social-post', id);
}

/** An editor looked, and it is not there: it is sent again, as if for the first time. */
export async function sendAgain(db: Db, actor: Actor, id: string): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  demand(await movePost(db, id, ['failed', 'unsure', 'cancelled'], 'scheduled', actor.now), notInThisState);
  await audit(db, actor, 'send-social-post-again', id);
  await enqueue(db, sendPostsTask, {}, { key: `${sendPostsTask}:${id}` });
}

/** An editor looked, and it is there. */
export async function confirmSent(db: Db, actor: Actor, id: string): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  demand(await movePost(db, id, ['unsure'], 'sent', actor.now), notInThisState);
  await audit(db, actor, 'confirm-social-post', id);
}
