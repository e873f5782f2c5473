import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { sessionNotFound, signInFirst } from '../refusals.ts';
import { deleteSession, deleteSessionsOf } from '../session/sessions.queries.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ends one of one's own sessions. @throws Refusal 404 for one that is none, or somebody else's */
export async function endOneSession(db: Db, actor: Actor, id: string): Promise<void> {
  if (!actor.id) throw signInFirst();
  if (!uuid.test(id) || !(await deleteSession(db, actor.id, id))) throw sessionNotFound();
  await audit(db, actor, 'end-session', actor.id);
}

/** Signs out everywhere, here included. */
export async function endEverySession(db: Db, actor: Actor): Promise<void> {
  if (!actor.id) throw signInFirst();
  const ended = await deleteSessionsOf(db, actor.id);
  await audit(db, actor, 'end-every-session', actor.id, { ended });
}
