import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { accountById, accountFacts, accountOfAddress, type SigningIn } from '../account/accounts.queries.ts';
import { codeBySecret, deleteCodesOf } from '../codes/codes.queries.ts';
import { issueCode, redeemSecret } from '../codes/codes.ts';
import { type Letters, letter } from '../letters/letters.ts';
import { leakedPasswords } from '../password/leaked-passwords.ts';
import { hashPassword } from '../password/hash-password.ts';
import { wrongWithPassword } from '../password/password-rules.ts';
import { setPassword } from '../password/passwords.queries.ts';
import { badPassword, deadLink } from '../refusals.ts';
import { hashOf } from '../secrets.ts';
import { deleteSessionsOf } from '../session/sessions.queries.ts';

const resetMinutes = 30;

/** Writes a link to the address; one that has no account is told so by mail, so that the page tells nobody. */
export async function askReset(
  db: Db,
  actor: Actor,
  { address, letters }: { readonly address: string; readonly letters: Letters },
): Promise<void> {
  const account = await accountOfAddress(db, address);
  const code = await issueCode(db, actor, {
    purpose: 'reset',
    minutes: resetMinutes,
    address,
    ...(account && { accountId: account.id }),
  });
  const common = { to: account?.address ?? address, lang: account?.lang ?? actor.lang };
  const order = account
    ? ({ ...common, about: 'reset', values: { name: account.name }, query: { token: code.secret } } as const)
    : ({ ...common, about: 'unknown' } as const);
  await sendMail(db, actor, letter(letters, order), account?.id);
}

/** Looks at the link without using it. @throws Refusal 410 */
export async function accountOfReset(db: Db, actor: Actor, secret: string): Promise<SigningIn> {
  const code = await codeBySecret(db, 'reset', hashOf(secret), actor.now);
  const account = code?.accountId ? await accountById(db, code.accountId) : undefined;
  if (!account) throw deadLink();
  return account;
}

export interface NewPassword {
  readonly secret: string;
  readonly password: string;
  readonly letters: Letters;
}

/**
 * Sets the password by the link: every session ends, and whatever else was mailed stops working.
 * @throws Refusal 410 for a used or old link, 422 for a password that is easily guessed (the link stays good)
 */
export async function resetPassword(db: Db, actor: Actor, input: NewPassword): Promise<SigningIn> {
  const account = await accountOfReset(db, actor, input.secret);
  await changePasswordTo(db, actor, {
    accountId: account.id,
    password: input.password,
    letters: input.letters,
  });
  if (!(await redeemSecret(db, 'reset', input.secret, actor.now))) throw deadLink();
  await deleteSessionsOf(db, account.id);
  return account;
}

/** Checks, sets, writes down and tells by mail. Which sessions end is the caller's. */
export async function changePasswordTo(
  db: Db,
  actor: Actor,
  { accountId, password, letters }: { accountId: string; password: string; letters: Letters },
): Promise<void> {
  const facts = await accountFacts(db, accountId);
  if (!facts) throw deadLink();
  const wrong = wrongWithPassword(password, facts, await leakedPasswords());
  if (wrong) throw badPassword(wrong);
  await setPassword(db, accountId, await hashPassword(password), actor.now);
  await deleteCodesOf(db, accountId, ['sign-in', 'second-step']);
  await audit(db, actor, 'change-password', accountId);
  const order = {
    about: 'password-changed',
    to: facts.address,
    lang: facts.lang,
    values: { name: facts.name },
  } as const;
  await sendMail(db, actor, letter(letters, order), accountId);
}
