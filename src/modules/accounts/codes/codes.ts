import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { hashOf, hashOfDigits, sixDigits } from '../secrets.ts';
import type { CodePurpose } from '../tables.ts';
import { type Code, insertCode, takeByDigits, takeBySecret } from './codes.queries.ts';

export interface CodeOrder {
  readonly purpose: CodePurpose;
  readonly minutes: number;
  readonly accountId?: string;
  readonly address?: string;
  /** Secret of the browser that asks; the code is then found by it. */
  readonly browser?: string;
  readonly data?: unknown;
}

/** What leaves the house: in a mail or a cookie. The database keeps hashes. */
export interface IssuedCode {
  readonly id: string;
  readonly secret: string;
  readonly digits: string;
}

/** Makes a link and six digits that work once, for some minutes. */
export async function issueCode(db: Db, actor: Actor, order: CodeOrder): Promise<IssuedCode> {
  const id = actor.ids.next();
  const secret = actor.ids.secret();
  const digits = sixDigits();
  await insertCode(db, {
    id,
    purpose: order.purpose,
    account_id: order.accountId ?? null,
    address: order.address ?? null,
    secret_hash: hashOf(secret),
    digits_hash: hashOfDigits(id, digits),
    browser_hash: order.browser === undefined ? null : hashOf(order.browser),
    data: JSON.stringify(order.data ?? {}),
    created_at: actor.now,
    expires_at: new Date(actor.now.getTime() + order.minutes * 60_000),
  });
  return { id, secret, digits };
}

export const redeemSecret = (
  db: Db,
  purpose: CodePurpose,
  secret: string,
  now: Date,
): Promise<Code | undefined> => takeBySecret(db, purpose, hashOf(secret), now);

/** Spaces and dashes in what was typed do not matter. */
export const redeemDigits = (
  db: Db,
  purpose: CodePurpose,
  id: string,
  typed: string,
  now: Date,
): Promise<Code | undefined> =>
  takeByDigits(db, purpose, id, hashOfDigits(id, typed.replace(/[\s-]/g, '')), now);
