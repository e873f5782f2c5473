import type { AppContext } from '../../../platform/http/environment.ts';
import { splitLang, urlFor } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import { issueCode } from '../codes/codes.ts';
import { accountBlocked } from '../refusals.ts';
import type { SignInMethod } from '../tables.ts';
import { writeSecret } from './cookies.ts';
import { signInBrowser } from './start-session.ts';

export interface Signing {
  readonly account: { readonly id: string; readonly name: string; readonly lang: Lang };
  readonly method: SignInMethod;
  /** Path of ours without its language. */
  readonly back?: string | undefined;
}

/** What waits for the second step. */
export interface WaitingStep {
  readonly method: SignInMethod;
  readonly back?: string | undefined;
}

const stepMinutes = 10;

/**
 * After the first proof: the session, or the second step where the person asked for one. A passkey is two proofs in
 * one, the device and its unlocking.
 * @throws Refusal 403 when the account is blocked
 */
export async function completeSignIn(
  c: AppContext,
  {
    account,
    method,
    back,
  }: Signing & { readonly account: { readonly twoFactor: boolean; readonly blocked: boolean } },
): Promise<Response> {
  if (account.blocked) throw accountBlocked();
  if (!account.twoFactor || method === 'passkey') return openSession(c, { account, method, back });
  const { actor, db, site, lang } = c.var;
  const data: WaitingStep = { method, back };
  const step = await issueCode(db, actor, {
    purpose: 'second-step',
    minutes: stepMinutes,
    accountId: account.id,
    data,
  });
  writeSecret(c, 'step', step.secret, stepMinutes * 60);
  return c.redirect(urlFor(site, lang, '/sign-in/second-step'), 303);
}

/** Starts the session, in the language of the account, and goes on to where one wanted to go. */
export async function openSession(c: AppContext, { account, method, back }: Signing): Promise<Response> {
  const { actor, db, site } = c.var;
  await signInBrowser(c, { accountId: account.id, method }, account.lang);
  await audit(db, { ...actor, kind: 'person', id: account.id, name: account.name }, 'sign-in', account.id, {
    method,
  });
  return c.redirect(urlFor(site, account.lang, splitLang(back ?? '/account').path), 303);
}
