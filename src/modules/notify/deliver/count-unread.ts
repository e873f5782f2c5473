import type { Db } from '../../../platform/db/database.ts';
import { setUnread } from '../../accounts/index.ts';
import { unreadOf } from './spread-news.queries.ts';

/** Brings the number beside the name of these accounts up to date. */
export async function countUnread(db: Db, accountContacts: readonly string[]): Promise<void> {
  if (accountContacts.length > 0) await setUnread(db, await unreadOf(db, accountContacts));
}
