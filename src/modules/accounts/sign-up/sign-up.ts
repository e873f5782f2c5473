import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { type Lang, langs } from '../../../platform/i18n/languages.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { accountOfAddress, insertAccount } from '../account/accounts.queries.ts';
import { type Code, codeBySecret, codeOfBrowser } from '../codes/codes.queries.ts';
import { issueCode, redeemDigits, redeemSecret } from '../codes/codes.ts';
import { type Letters, letter } from '../letters/letters.ts';
import { leakedPasswords } from '../password/leaked-passwords.ts';
import { hashPassword } from '../password/hash-password.ts';
import { wrongWithPassword } from '../password/password-rules.ts';
import { setPassword } from '../password/passwords.queries.ts';
import { badPassword, deadLink, wrongCode } from '../refusals.ts';
import { hashOf, sameHash } from '../secrets.ts';

export interface SignUp {
  readonly name: string;
  readonly address: string;
  readonly password: string;
  readonly lang: Lang;
  /** Secret of the browser: the password counts only where it was typed. */
  readonly browser: string;
  readonly letters: Letters;
}

const signUpMinutes = 60;

/** What waits for the address to be proved. `known`: the address has an account, so nothing will come of it. */
const waiting = z.object({
  name: z.string(),
  lang: z.enum(langs),
  passwordHash: z.string(),
  known: z.boolean(),
});

/**
 * Writes to the address; an account exists only once it is proved. An address that has an account already is written
 * to as well, with other words: neither the page nor its time tells the two apart.
 * @throws Refusal 422 for a password that is easily guessed
 */
export async function signUp(db: Db, actor: Actor, input: SignUp): Promise<void> {
  const wrong = wrongWithPassword(input.password, input, await leakedPasswords());
  if (wrong) throw badPassword(wrong);
  const passwordHash = await hashPassword(input.password);
  const account = await accountOfAddress(db, input.address);
  const address = account?.address ?? input.address;
  const known = account !== undefined;
  await writeForSignUp(db, actor, { ...input, address }, { ...input, passwordHash, known });
}

type Waiting = z.infer<typeof waiting>;

async function writeForSignUp(
  db: Db,
  actor: Actor,
  input: Pick<SignUp, 'address' | 'browser' | 'letters'>,
  { name, lang, passwordHash, known }: Waiting,
): Promise<void> {
  const code = await issueCode(db, actor, {
    purpose: 'sign-up',
    minutes: signUpMinutes,
    address: input.address.trim(),
    browser: input.browser,
    data: { name, lang, passwordHash, known } satisfies Waiting,
  });
  const common = { to: input.address.trim(), lang, values: { name } };
  const order = known
    ? ({ ...common, about: 'known' } as const)
    : ({ ...common, about: 'sign-up', code: code.digits, query: { token: code.secret } } as const);
  await sendMail(db, actor, letter(input.letters, order));
}

/** The sign-up that waits in this browser. */
export async function waitingSignUp(
  db: Db,
  actor: Actor,
  browser: string,
): Promise<{ id: string; address: string } | undefined> {
  const code = await codeOfBrowser(db, 'sign-up', hashOf(browser), actor.now);
  return code && { id: code.id, address: code.address ?? '' };
}

/** Writes once more. @throws Refusal 410 when nothing waits here */
export async function writeAgain(
  db: Db,
  actor: Actor,
  input: Pick<SignUp, 'browser' | 'letters'>,
): Promise<void> {
  const code = await codeOfBrowser(db, 'sign-up', hashOf(input.browser), actor.now);
  if (!code?.address) throw deadLink();
  await writeForSignUp(db, actor, { ...input, address: code.address }, waiting.parse(code.data));
}

export interface Confirmed {
  readonly accountId: string;
  readonly name: string;
  readonly lang: Lang;
  /** False: the password typed at sign-up was dropped, and a new one is to be chosen. */
  readonly hasPassword: boolean;
}

/** By the digits, in the browser of the sign-up. @throws Refusal 422 wrong code */
export async function confirmByDigits(
  db: Db,
  actor: Actor,
  input: { readonly browser: string; readonly digits: string },
): Promise<Confirmed> {
  const waits = await waitingSignUp(db, actor, input.browser);
  const code = waits && (await redeemDigits(db, 'sign-up', waits.id, input.digits, actor.now));
  if (!code) throw wrongCode();
  const confirmed = await createAccount(db, actor, code, true);
  if (!confirmed) throw wrongCode();
  return confirmed;
}

/** Looks at the link without using it: mail programs open links before people do. */
export async function addressOfLink(db: Db, actor: Actor, secret: string): Promise<string> {
  const code = await codeBySecret(db, 'sign-up', hashOf(secret), actor.now);
  if (!code?.address) throw deadLink();
  return code.address;
}

/**
 * By the link. Opened elsewhere than where the password was typed, the password is dropped: somebody else may have
 * signed up with this person's address to get into the account later.
 * @throws Refusal 410
 */
export async function confirmByLink(
  db: Db,
  actor: Actor,
  input: { readonly secret: string; readonly browser: string | undefined },
): Promise<Confirmed> {
  const code = await redeemSecret(db, 'sign-up', input.secret, actor.now);
  if (!code) throw deadLink();
  const confirmed = await createAccount(db, actor, code, isSameBrowser(code, input.browser));
  if (!confirmed) throw deadLink();
  return confirmed;
}

const isSameBrowser = (code: Code, browser: string | undefined): boolean =>
  browser !== undefined && code.browserHash !== null && sameHash(code.browserHash, hashOf(browser));

async function createAccount(
  db: Db,
  actor: Actor,
  code: Code,
  withPassword: boolean,
): Promise<Confirmed | undefined> {
  const { name, lang, passwordHash, known } = waiting.parse(code.data);
  const id = actor.ids.next();
  if (known || !code.address) return undefined;
  const address = { id: actor.ids.next(), text: code.address };
  if (!(await insertAccount(db, { id, name, lang, address, now: actor.now }))) return undefined;
  if (withPassword) await setPassword(db, id, passwordHash, actor.now);
  await audit(db, { ...actor, kind: 'person', id, name }, 'sign-up', id);
  return { accountId: id, name, lang, hasPassword: withPassword };
}
