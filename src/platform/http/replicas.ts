import { getCookie, setCookie } from 'hono/cookie';
import type { Db } from '../db/database.ts';
import type { AppContext } from './environment.ts';
import { hasReplayed, writePosition } from './replicas.queries.ts';

const cookieName = 'written';
let turn = 0;

/**
 * The database that a GET request reads from: a replica in turn; the primary where there is none, or for somebody
 * who just wrote something that the replica has not replayed yet.
 */
export async function readerFor(c: AppContext): Promise<Db> {
  const { replicas, database } = c.var.tools;
  const replica = replicas[turn++ % (replicas.length || 1)];
  if (!replica) return database.db;
  const position = getCookie(c, cookieName);
  if (!position || !/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/.test(position)) return replica.db;
  return (await hasReplayed(replica.db, position)) ? replica.db : database.db;
}

/** After a write: the reader's cookie says from which log position on a replica shows it. */
export async function rememberPosition(c: AppContext): Promise<void> {
  const { replicas, database } = c.var.tools;
  if (replicas.length === 0 || c.error) return;
  setCookie(c, cookieName, await writePosition(database.db), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: 60,
  });
}
