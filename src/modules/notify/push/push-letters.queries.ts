import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { NewsValue } from '../contract.ts';

/** A message to a browser that is still to be sent. */
export interface PushLetter {
  readonly id: string;
  readonly contactId: string;
  readonly endpoint: string;
  readonly key: string;
  readonly auth: string;
  readonly lang: string;
  readonly news: readonly {
    readonly sentence: string;
    readonly values: Readonly<Record<string, NewsValue>>;
    readonly path: string;
  }[];
}

/** The message with what it tells; none when it was sent, refused, or its browser is gone. */
export async function pushLetter(db: Db, id: string): Promise<PushLetter | undefined> {
  const found = await sql<PushLetter>`
    select l.id, c.id as "contactId", c.endpoint, c.push_key as key, c.push_auth as auth, c.lang,
      (select coalesce(jsonb_agg(jsonb_build_object('sentence', n.sentence, 'values', n.values, 'path', n.path)
          order by n.announced_at, n.id), '[]')
        from notify.delivery d join notify.news n on n.id = d.news_id where d.letter_id = l.id) as news
    from notify.letter l join notify.contact c on c.id = l.contact_id
    where l.id = ${id} and c.kind = 'push' and l.sent_at is null and l.refused_at is null`.execute(
    tables(db),
  );
  return found.rows[0];
}

export async function markSent(db: Db, id: string, now: Date): Promise<void> {
  await sql`update notify.letter set sent_at = ${now} where id = ${id}`.execute(tables(db));
}

/** With all that it follows: the browser withdrew its consent. */
export async function deleteContact(db: Db, id: string): Promise<void> {
  await sql`delete from notify.contact where id = ${id}`.execute(tables(db));
}
