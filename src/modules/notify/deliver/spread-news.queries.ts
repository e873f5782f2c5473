import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/**
 * Hands the oldest news that nobody was told yet to everybody who followed their topic with that want when they were
 * announced; whoever has them already is left out. A letter box is left out, too, where its owner's account gets the same
 * by letter. Returns the accounts that have something new; undefined when all news were handed out before.
 */
export async function spreadNews(db: Db, now: Date, most: number): Promise<string[] | undefined> {
  const found = await sql<{ spread: number; accounts: string[] }>`
    with fresh as (
      update notify.news set spread_at = ${now} where id in (
        select id from notify.news where spread_at is null order by id limit ${most} for update skip locked)
      returning *),
    told as (
      insert into notify.delivery (contact_id, news_id, pace, due_at)
      select c.id, f.id, s.pace, notify.due_at(s.pace, f.announced_at)
      from fresh f
      join notify.subscription s on s.kind = f.kind and s.subject = f.subject and f.want = any(s.wants)
        and s.followed_at <= f.announced_at
      join notify.contact c on c.id = s.contact_id
      where c.kind <> 'mail' or not exists (
        select from accounts.mailbox m
        join notify.contact own on own.person_id = m.person_id and own.kind = 'account'
        join notify.subscription same on same.contact_id = own.id and same.kind = f.kind and same.subject = f.subject
          and f.want = any(same.wants) and same.pace <> 'no-letter' and same.followed_at <= f.announced_at
        where m.address_key = c.address_key)
      on conflict do nothing returning contact_id)
    select (select count(*)::integer from fresh) as spread, array(
      select distinct c.id from told join notify.contact c on c.id = told.contact_id where c.kind = 'account') as accounts`.execute(
    tables(db),
  );
  const row = found.rows[0];
  return row && row.spread > 0 ? row.accounts : undefined;
}

/** How much each of these accounts has not read. */
export async function unreadOf(
  db: Db,
  contacts: readonly string[],
): Promise<{ personId: string; unread: number }[]> {
  const found = await sql<{ personId: string; unread: number }>`
    select c.person_id as "personId", count(d.news_id)::integer as unread
    from notify.contact c left join notify.delivery d on d.contact_id = c.id and d.read_at is null
    where c.id = any(${[...contacts]}::uuid[]) and c.kind = 'account' group by c.person_id order by 1`.execute(
    tables(db),
  );
  return found.rows;
}
