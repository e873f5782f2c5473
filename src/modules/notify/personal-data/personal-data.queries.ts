import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** What a person follows, through their account, their browsers and the letter boxes at their addresses, and what they were told. */
export async function ownFollowings(db: Db, personId: string): Promise<unknown> {
  const found = await sql<{ data: unknown }>`
    with mine as (
      select * from notify.contact where id in (
        select contact_id from notify.person_contact where person_id = ${personId}))
    select jsonb_build_object(
      'contacts', (select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'address', m.address,
          'pushService', m.endpoint, 'language', m.lang, 'pausedAt', m.paused_at, 'since', m.created_at,
          'follows', (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'subject', s.subject, 'title', s.title,
              'wants', s.wants, 'pace', s.pace,
              'answers', s.answers, 'since', s.followed_at) order by s.id), '[]')
            from notify.subscription s where s.contact_id = m.id)) order by m.id), '[]') from mine m),
      'news', (select coalesce(jsonb_agg(jsonb_build_object('key', n.key, 'sentence', n.sentence, 'values', n.values,
          'announcedAt', n.announced_at, 'readAt', d.read_at) order by n.id), '[]')
        from notify.delivery d join mine m on m.id = d.contact_id join notify.news n on n.id = d.news_id),
      'waiting', (select coalesce(jsonb_agg(jsonb_build_object('address', w.address, 'title', w.title,
          'answers', w.answers, 'askedAt', w.created_at) order by w.id), '[]') from notify.wish w
        where w.address_key in (select address_key from accounts.mailbox where person_id = ${personId}))
    ) as data`.execute(tables(db));
  return found.rows[0]?.data;
}

/** Before the account itself goes, whose addresses are looked up. */
export async function deleteOfPerson(db: Db, personId: string): Promise<void> {
  await sql`delete from notify.wish where address_key in (
    select address_key from accounts.mailbox where person_id = ${personId})`.execute(tables(db));
  await sql`delete from notify.contact where id in (
    select contact_id from notify.person_contact where person_id = ${personId})`.execute(tables(db));
}
