import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** Sets how much each of these people has not read yet: shown beside their name on every page. */
export async function setUnread(
  db: Db,
  people: readonly { readonly personId: string; readonly unread: number }[],
): Promise<void> {
  await sql`update accounts.account set unread = told.unread
    from unnest(${people.map((each) => each.personId)}::uuid[], ${people.map((each) => each.unread)}::integer[])
      as told(id, unread)
    where account.id = told.id and account.unread <> told.unread`.execute(tables(db));
}
