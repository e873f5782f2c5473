import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { accountById, type SigningIn } from '../account/accounts.queries.ts';
import { codeBySecret } from '../codes/codes.queries.ts';
import { redeemSecret } from '../codes/codes.ts';
import { accountBlocked, deadLink, wrongAppCode } from '../refusals.ts';
import { hashOf } from '../secrets.ts';
import type { SignInMethod } from '../tables.ts';
import { takeSecondCode } from '../two-factor/two-factor.ts';

const kept = z.object({ method: z.enum(['password', 'link', 'reset']), back: z.string().optional() });

export interface Waiting {
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly back: string | undefined;
}

/** Who proved the first thing in this browser, some minutes ago at most. */
export async function waitingForStep(db: Db, actor: Actor, secret: string): Promise<Waiting | undefined> {
  const code = await codeBySecret(db, 'second-step', hashOf(secret), actor.now);
  if (!code?.accountId) return undefined;
  return { accountId: code.accountId, back: undefined, ...kept.parse(code.data) };
}

export interface SecondStep {
  readonly secret: string;
  readonly typed: string;
  /** Commits apart: a refused try is written down although the request is undone. */
  readonly apart: Db;
}

/**
 * Takes the code of the app, or a recovery code.
 * @throws Refusal 422 for a wrong code, 410 when the first proof is too old, 403 when the account is blocked
 */
export async function takeSecondStep(
  db: Db,
  actor: Actor,
  { secret, typed, apart }: SecondStep,
): Promise<{ readonly account: SigningIn; readonly waiting: Waiting }> {
  const waiting = await waitingForStep(db, actor, secret);
  const account = waiting && (await accountById(db, waiting.accountId));
  if (!waiting || !account) throw deadLink();
  if (account.blocked) throw accountBlocked();
  const taken = await takeSecondCode(db, account.id, typed, actor.now);
  if (!taken) {
    const { id: _id, name: _name, ...nobody } = actor;
    await audit(apart, { ...nobody, kind: 'visitor' }, 'refuse-second-step', account.id);
    throw wrongAppCode();
  }
  if (!(await redeemSecret(db, 'second-step', secret, actor.now))) throw deadLink();
  const self = { ...actor, kind: 'person', id: account.id, name: account.name } as const;
  if (taken === 'recovery') await audit(db, self, 'use-recovery-code', account.id);
  return { account, waiting };
}
