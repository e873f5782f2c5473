import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { issueCode, redeemSecret } from '../codes/codes.ts';

/** A challenge is answered within five minutes, once, by the browser that it was made for. */
export const challengeMinutes = 5;

const kept = z.object({ challenge: z.string() });

/** Keeps a challenge. Returns the secret for the browser's cookie. */
export async function keepChallenge(
  db: Db,
  actor: Actor,
  { challenge, accountId }: { challenge: string; accountId?: string },
): Promise<string> {
  const { secret } = await issueCode(db, actor, {
    purpose: 'passkey',
    minutes: challengeMinutes,
    ...(accountId !== undefined && { accountId }),
    data: { challenge },
  });
  return secret;
}

/** Uses the challenge up; undefined when there is none, or it was made for something else. */
export async function takeChallenge(
  db: Db,
  actor: Actor,
  { secret, accountId }: { secret: string; accountId?: string },
): Promise<string | undefined> {
  const code = await redeemSecret(db, 'passkey', secret, actor.now);
  if (!code || code.accountId !== (accountId ?? null)) return undefined;
  return kept.parse(code.data).challenge;
}
