import type { Role } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Theme } from '../../../platform/ui/theme-menu.tsx';
import type { AccountsTables, SessionTable, SignInMethod } from '../tables.ts';

export interface PersonOfSession {
  readonly sessionId: string;
  readonly lastSeenAt: Date;
  readonly id: string;
  readonly name: string;
  readonly roles: Role[];
  readonly theme: Theme;
  readonly unread: number;
}

/** The one statement of every signed-in request: session, person and roles; none for whoever is blocked. */
export function personOfSession(
  db: Db,
  tokenHash: Buffer,
  now: Date,
  seenAfter: Date,
): Promise<PersonOfSession | undefined> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.session as session')
    .innerJoin('accounts.account as account', 'account.id', 'session.account_id')
    .select([
      'session.id as sessionId',
      'session.last_seen_at as lastSeenAt',
      'account.id',
      'account.name',
      'account.roles',
      'account.theme',
      'account.unread',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', seenAfter)
    .where('account.blocked_at', 'is', null)
    .executeTakeFirst();
}

export async function touchSession(db: Db, id: string, now: Date): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('accounts.session')
    .set({ last_seen_at: now })
    .where('id', '=', id)
    .execute();
}

export async function insertSession(db: Db, row: SessionTable): Promise<void> {
  await tables<AccountsTables>(db).insertInto('accounts.session').values(row).execute();
}

export interface SessionSeen {
  readonly id: string;
  readonly method: SignInMethod;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly address: string | null;
  readonly agent: string | null;
}

/** Sessions of a person that still work, the latest seen first. */
export function sessionsOf(db: Db, accountId: string, now: Date, seenAfter: Date): Promise<SessionSeen[]> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.session')
    .select(['id', 'method', 'created_at as createdAt', 'last_seen_at as lastSeenAt', 'address', 'agent'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', seenAfter)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function signedInAt(db: Db, sessionId: string): Promise<Date | undefined> {
  const row = await tables<AccountsTables>(db)
    .selectFrom('accounts.session')
    .select('created_at')
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row?.created_at;
}

/** Ends one session of this person; returns whether there was one. */
export async function deleteSession(db: Db, accountId: string, id: string): Promise<boolean> {
  const gone = await tables<AccountsTables>(db)
    .deleteFrom('accounts.session')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Ends all sessions of a person, but for one that may be kept; returns how many. */
export async function deleteSessionsOf(db: Db, accountId: string, but?: string): Promise<number> {
  let deletion = tables<AccountsTables>(db)
    .deleteFrom('accounts.session')
    .where('account_id', '=', accountId);
  if (but !== undefined) deletion = deletion.where('id', '<>', but);
  const gone = await deletion.executeTakeFirst();
  return Number(gone.numDeletedRows);
}
