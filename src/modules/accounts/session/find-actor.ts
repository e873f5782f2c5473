import type { Actor } from '../../../platform/actor.ts';
import type { FindActor } from '../../../platform/http/app.ts';
import { hashOf } from '../secrets.ts';
import { forgetSecret, readSecret } from './cookies.ts';
import { idleSince, isDueToBeSeen } from './session-life.ts';
import { personOfSession, touchSession } from './sessions.queries.ts';

/**
 * Who sends the request, from its session cookie: one statement, and none without the cookie. Read from the primary, so
 * that an ended session is ended at once everywhere.
 */
export const findActor: FindActor = async (c, visitor): Promise<Actor> => {
  const token = readSecret(c, 'session');
  if (token === undefined) return visitor;
  const { db } = c.var.tools.database;
  const person = await personOfSession(db, hashOf(token), visitor.now, idleSince(visitor.now));
  if (!person) {
    forgetSecret(c, 'session');
    return visitor;
  }
  if (isDueToBeSeen(person.lastSeenAt, visitor.now)) await touchSession(db, person.sessionId, visitor.now);
  c.set('theme', person.theme);
  c.set('unread', person.unread);
  return {
    ...visitor,
    kind: 'person',
    id: person.id,
    name: person.name,
    roles: person.roles,
    sessionId: person.sessionId,
  };
};
