import { setCookie } from 'hono/cookie';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { AppContext } from '../../../platform/http/environment.ts';
import { hashOf } from '../secrets.ts';
import type { SignInMethod } from '../tables.ts';
import { forgetSecret, writeSecret } from './cookies.ts';
import { cookieLife, endOfSession } from './session-life.ts';
import { deleteSession, insertSession } from './sessions.queries.ts';

export interface NewSession {
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly agent: string | undefined;
}

/**
 * Starts a session with a token made here and never before: one that somebody planted in the browser is worth
 * nothing. The session under way ends. Returns the token for the cookie.
 */
export async function startSession(db: Db, actor: Actor, input: NewSession): Promise<string> {
  if (actor.id && actor.sessionId) await deleteSession(db, actor.id, actor.sessionId);
  const token = actor.ids.secret();
  await insertSession(db, {
    id: actor.ids.next(),
    account_id: input.accountId,
    token_hash: hashOf(token),
    method: input.method,
    created_at: actor.now,
    last_seen_at: actor.now,
    expires_at: endOfSession(actor.now),
    address: actor.address ?? null,
    agent: input.agent?.slice(0, 300) ?? null,
  });
  return token;
}

/** Starts the session and hands its token to the browser, with the appearance and language of the account. */
export async function signInBrowser(
  c: AppContext,
  input: Omit<NewSession, 'agent'>,
  lang: string,
): Promise<void> {
  const token = await startSession(c.var.db, c.var.actor, { ...input, agent: c.req.header('user-agent') });
  writeSecret(c, 'session', token, cookieLife);
  forgetSecret(c, 'step');
  setCookie(c, 'lang', lang, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 });
}
