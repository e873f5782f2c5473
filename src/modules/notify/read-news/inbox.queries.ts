import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { NewsValue } from '../contract.ts';

export interface InboxNews {
  readonly id: string;
  readonly sentence: string;
  readonly values: Readonly<Record<string, NewsValue>>;
  readonly path: string;
  readonly announcedAt: Date;
  readonly unread: boolean;
}

export interface Inbox {
  readonly news: readonly InboxNews[];
  readonly count: number;
  readonly unread: number;
}

/** News of a person's account, newest first, one page of them, with how many there are. */
export async function inboxOf(db: Db, personId: string, page: number, size: number): Promise<Inbox> {
  const found = await sql<Inbox>`
    with mine as (
      select d.news_id, d.read_at from notify.delivery d join notify.contact c on c.id = d.contact_id
      where c.kind = 'account' and c.person_id = ${personId}),
    shown as (select * from mine order by news_id desc limit ${size} offset ${(page - 1) * size})
    select (select count(*)::integer from mine) as count,
      (select count(*)::integer from mine where read_at is null) as unread,
      (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'sentence', n.sentence, 'values', n.values,
          'path', n.path, 'announcedAt', n.announced_at, 'unread', s.read_at is null) order by n.id desc), '[]')
        from shown s join notify.news n on n.id = s.news_id) as news`.execute(tables(db));
  const row = found.rows[0];
  if (!row) throw new Error('an inbox without a row');
  return {
    ...row,
    news: row.news.map((each) => ({ ...each, announcedAt: new Date(each.announcedAt) })),
  };
}

/** Reads everything up to a piece of news: what came meanwhile stays unread. Returns what is left unread. */
export async function markRead(db: Db, personId: string, upTo: string, now: Date): Promise<number> {
  await sql`
    update notify.delivery d set read_at = ${now} from notify.contact c
    where c.id = d.contact_id and c.kind = 'account' and c.person_id = ${personId} and d.read_at is null
      and d.news_id <= ${upTo}::uuid`.execute(tables(db));
  const left = await sql<{ left: number }>`
    select count(*)::integer as left from notify.delivery d join notify.contact c on c.id = d.contact_id
    where c.kind = 'account' and c.person_id = ${personId} and d.read_at is null`.execute(tables(db));
  return left.rows[0]?.left ?? 0;
}
