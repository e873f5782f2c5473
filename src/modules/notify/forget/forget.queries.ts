import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/**
 * What no longer works or matters: wishes without an answer, keys, counters; deliveries and letters before a day, whose
 * news keep nothing but their key, so that the same fact is never told again; letter boxes and browsers that follow
 * nothing and had no letter for a while. Returns the accounts that lost news.
 */
export async function forgetOld(db: Db, now: Date, before: Date, idleBefore: Date): Promise<string[]> {
  const asked = new Date(now.getTime() - 86_400_000);
  await sql`delete from notify.wish where expires_at < ${now}`.execute(tables(db));
  await sql`delete from notify.key where expires_at < ${now}`.execute(tables(db));
  await sql`delete from notify.asking where at < ${asked}`.execute(tables(db));
  const lost = await sql<{ id: string }>`
    with gone as (
      delete from notify.delivery d using notify.news n
      where n.id = d.news_id and n.announced_at < ${before} and d.due_at is null returning d.contact_id)
    select distinct c.id from gone join notify.contact c on c.id = gone.contact_id where c.kind = 'account'`.execute(
    tables(db),
  );
  await sql`delete from notify.letter where created_at < ${before}`.execute(tables(db));
  await sql`
    update notify.news set values = '{}', path = '/', body = null
    where announced_at < ${before} and spread_at is not null and values <> '{}'`.execute(tables(db));
  await sql`
    delete from notify.contact c where c.kind <> 'account' and c.created_at < ${idleBefore}
      and not exists (select from notify.subscription s where s.contact_id = c.id)
      and not exists (select from notify.letter l where l.contact_id = c.id and l.created_at >= ${idleBefore})`.execute(
    tables(db),
  );
  return lost.rows.map(({ id }) => id);
}
