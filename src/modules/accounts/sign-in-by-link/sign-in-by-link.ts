import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { accountById, accountOfAddress, type SigningIn } from '../account/accounts.queries.ts';
import { type Code, codeBySecret, deleteCodesOf } from '../codes/codes.queries.ts';
import { issueCode, redeemSecret } from '../codes/codes.ts';
import { type Letters, letter } from '../letters/letters.ts';
import { accountBlocked, deadLink } from '../refusals.ts';
import { hashOf } from '../secrets.ts';

const linkMinutes = 15;
const kept = z.object({ back: z.string().optional() });

export interface LinkOrder {
  readonly address: string;
  readonly back?: string | undefined;
  readonly letters: Letters;
}

/** Writes a link to the address; one that has no account is told so by mail, so that the page tells nobody. */
export async function askLink(db: Db, actor: Actor, { address, back, letters }: LinkOrder): Promise<void> {
  const account = await accountOfAddress(db, address);
  const code = await issueLink(db, actor, { accountId: account?.id, back, minutes: linkMinutes });
  const common = { to: account?.address ?? address, lang: account?.lang ?? actor.lang };
  const order = account
    ? ({ ...common, about: 'sign-in', values: { name: account.name }, query: { token: code } } as const)
    : ({ ...common, about: 'unknown' } as const);
  await sendMail(db, actor, letter(letters, order), account?.id);
}

/** A link that signs one person in once. Returns its secret. */
export async function issueLink(
  db: Db,
  actor: Actor,
  { accountId, back, minutes }: { accountId: string | undefined; back?: string | undefined; minutes: number },
): Promise<string> {
  const { secret } = await issueCode(db, actor, {
    purpose: 'sign-in',
    minutes,
    ...(accountId !== undefined && { accountId }),
    data: { back },
  });
  return secret;
}

export interface Opened {
  readonly account: SigningIn;
  readonly back: string | undefined;
}

/** Looks at the link without using it: mail programs open links before people do. @throws Refusal 410 */
export async function lookAtLink(db: Db, actor: Actor, secret: string): Promise<Opened> {
  return opened(db, await codeBySecret(db, 'sign-in', hashOf(secret), actor.now));
}

/** Uses the link, and those sent before it. @throws Refusal 410, 403 for a blocked account */
export async function openLink(db: Db, actor: Actor, secret: string): Promise<Opened> {
  const found = await opened(db, await redeemSecret(db, 'sign-in', secret, actor.now));
  if (found.account.blocked) throw accountBlocked();
  await deleteCodesOf(db, found.account.id, ['sign-in']);
  return found;
}

async function opened(db: Db, code: Code | undefined): Promise<Opened> {
  const account = code?.accountId ? await accountById(db, code.accountId) : undefined;
  if (!code || !account) throw deadLink();
  return { account, back: kept.parse(code.data).back };
}
