import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/**
 * Keeps those of the news (JSON: id, key, kind, subject, want, sentence, values, path, until, body) that are not known and
 * that somebody follows. Returns how many.
 */
export async function insertFollowedNews(db: Db, json: string, now: Date): Promise<number> {
  const done = await sql`
    insert into notify.news (id, key, kind, subject, want, sentence, values, path, until, body, announced_at)
    select distinct on (item.key) item.id, item.key, item.kind, item.subject, item.want, item.sentence, item.values, item.path,
      item.until, item.body, ${now}::timestamptz
    from jsonb_to_recordset(${json}::jsonb) as item (id uuid, key text, kind text, subject text, want text, sentence text,
      values jsonb, path text, until timestamptz, body jsonb)
    where (item.until is null or item.until > ${now}::timestamptz) and exists (
      select from notify.subscription s
      where s.kind = item.kind and s.subject = item.subject and item.want = any(s.wants))
    order by item.key, item.id
    on conflict (key) do nothing`.execute(tables(db));
  return Number(done.numAffectedRows ?? 0n);
}
