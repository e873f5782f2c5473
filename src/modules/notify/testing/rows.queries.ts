import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Event } from '../../../platform/events/event.ts';

/** Ids of messages to browsers that are still to be sent. */
export async function waitingMessages(db: Db): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select l.id from notify.letter l join notify.contact c on c.id = l.contact_id
    where c.kind = 'push' and l.sent_at is null and l.refused_at is null order by l.id`.execute(tables(db));
  return found.rows.map(({ id }) => id);
}

/** How many rows stand in a table of the module, and how many are paused among contacts. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const found = await sql<Record<string, number>>`
    select (select count(*) from notify.contact) as contacts,
      (select count(*) from notify.contact where paused_at is not null) as paused,
      (select count(*) from notify.subscription) as subscriptions,
      (select count(*) from notify.wish) as wishes,
      (select count(*) from notify.news) as news,
      (select count(*) from notify.delivery) as deliveries,
      (select count(*) from notify.letter) as letters,
      (select count(*) from notify.key) as keys,
      (select count(*) from notify.asking) as askings`.execute(tables(db));
  return found.rows[0] ?? {};
}

/** The number beside a person's name. */
export async function unreadBeside(db: Db, personId: string): Promise<number> {
  const found = await sql<{
    unread: number;
  }>`select unread from accounts.account where id = ${personId}`.execute(tables(db));
  return found.rows[0]?.unread ?? -1;
}

/** Followers of a topic, as other modules see them. */
export async function followersOf(db: Db, subject: string): Promise<number> {
  const found = await sql<{ followers: number }>`
    select followers from notify.topic_follower_count where kind = 'test.thing' and subject = ${subject}`.execute(
    tables(db),
  );
  return found.rows[0]?.followers ?? 0;
}

/** All events of these names; who handles them may be given them again. */
export async function publishedEvents(db: Db, names: readonly string[]): Promise<Event[]> {
  const found = await sql<Event>`
    select id, name, version, at, actor, data from platform.event where name = any(${[...names]}::text[])
    order by position`.execute(tables(db));
  return found.rows;
}
