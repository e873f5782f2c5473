import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/**
 * What no longer works or matters: wishes without an answer, keys, counters; deliveries and letters before a day, whose
 * news keep nothing but their key, so that the same fact is never told again; contacts that follow nothing and had no
 * letter since.
 */
export async function forgetOld(db: Db, now: Date, before: Date): Promise<void> {
  const asked = new Date(now.getTime() - 86_400_000);
  await sql`delete from notify.wish where expires_at < ${now}`.execute(tables(db));
  await sql`delete from notify.key where expires_at < ${now}`.execute(tables(db));
  await sql`delete from notify.asking where at < ${asked}`.execute(tables(db));
  await sql`
    delete from notify.delivery d using notify.news n
    where n.id = d.news_id and n.announced_at < ${before} and d.due_at is null`.execute(tables(db));
  await sql`delete from notify.letter where created_at < ${before}`.execute(tables(db));
  await sql`
    update notify.news set values = '{}', path = '/'
    where announced_at < ${before} and spread_at is not null and values <> '{}'`.execute(tables(db));
  await sql`
    delete from notify.contact c where c.created_at < ${before}
      and not exists (select from notify.subscription s where s.contact_id = c.id)
      and not exists (select from notify.letter l where l.contact_id = c.id)
      and not exists (select from notify.delivery d where d.contact_id = c.id)`.execute(tables(db));
}
