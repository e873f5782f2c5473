import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { accountFacts } from '../account/accounts.queries.ts';
import { type Letters, letter } from '../letters/letters.ts';
import { signInFirst, twoFactorState, wrongAppCode } from '../refusals.ts';
import { hashOf, readableSecret } from '../secrets.ts';
import { newTotpSecret, stepOfCode } from './totp.ts';
import {
  confirmTwoFactorRow,
  deleteTwoFactor,
  offerSecret,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeStep,
  twoFactorOf,
} from './two-factor.queries.ts';

const recoveryCodes = 10;

function idOf(actor: Actor): string {
  if (!actor.id) throw signInFirst();
  return actor.id;
}

/** Makes a secret to show as a picture. @throws Refusal 409 when the second step is on already */
export async function beginTwoFactor(db: Db, actor: Actor): Promise<void> {
  const known = await twoFactorOf(db, idOf(actor));
  if (known?.confirmedAt) throw twoFactorState();
  await offerSecret(db, idOf(actor), newTotpSecret());
}

/**
 * Turns the second step on, by a code of the app. Returns the recovery codes: shown now and never again.
 * @throws Refusal 409 when there is nothing to confirm, 422 for a wrong code
 */
export async function confirmTwoFactor(
  db: Db,
  actor: Actor,
  { code, letters }: { readonly code: string; readonly letters: Letters },
): Promise<string[]> {
  const id = idOf(actor);
  const offered = await twoFactorOf(db, id);
  if (!offered || offered.confirmedAt) throw twoFactorState();
  const step = stepOfCode(offered.secret, code, actor.now);
  if (step === undefined || !(await takeStep(db, id, step))) throw wrongAppCode();
  await confirmTwoFactorRow(db, id, actor.now);
  await audit(db, actor, 'turn-on-two-factor', id);
  await tell(db, actor, letters, 'two-factor-on');
  return makeRecoveryCodes(db, id);
}

/** Replaces the recovery codes. @throws Refusal 409 when the second step is off */
export async function renewRecoveryCodes(db: Db, actor: Actor): Promise<string[]> {
  const id = idOf(actor);
  if (!(await twoFactorOf(db, id))?.confirmedAt) throw twoFactorState();
  await audit(db, actor, 'renew-recovery-codes', id);
  return makeRecoveryCodes(db, id);
}

/** Turns the second step off. @throws Refusal 409 when it is off already */
export async function turnOffTwoFactor(db: Db, actor: Actor, letters: Letters): Promise<void> {
  const id = idOf(actor);
  if (!(await twoFactorOf(db, id))?.confirmedAt) throw twoFactorState();
  await deleteTwoFactor(db, id);
  await audit(db, actor, 'turn-off-two-factor', id);
  await tell(db, actor, letters, 'two-factor-off');
}

/** Whether a code of the app or a recovery code fits; either works once. Says which it was. */
export async function takeSecondCode(
  db: Db,
  accountId: string,
  typed: string,
  now: Date,
): Promise<'app' | 'recovery' | undefined> {
  const known = await twoFactorOf(db, accountId);
  if (!known?.confirmedAt) return undefined;
  const step = stepOfCode(known.secret, typed, now);
  if (step !== undefined) return (await takeStep(db, accountId, step)) ? 'app' : undefined;
  return (await takeRecoveryCode(db, accountId, hashOfRecoveryCode(typed), now)) ? 'recovery' : undefined;
}

async function makeRecoveryCodes(db: Db, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => readableSecret(3));
  await replaceRecoveryCodes(db, accountId, codes.map(hashOfRecoveryCode));
  return codes;
}

/** Capitals, spaces and dashes do not matter to somebody who types from paper. */
const hashOfRecoveryCode = (code: string): Buffer => hashOf(code.toLowerCase().replace(/[^a-z0-9]/g, ''));

async function tell(
  db: Db,
  actor: Actor,
  letters: Letters,
  about: 'two-factor-on' | 'two-factor-off',
): Promise<void> {
  const facts = await accountFacts(db, idOf(actor));
  if (!facts) throw signInFirst();
  const { name, lang, address: to } = facts;
  await sendMail(db, actor, letter(letters, { about, to, lang, values: { name } }), facts.id);
}
