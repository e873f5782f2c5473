import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { EditorialTables } from '../tables.ts';

/** Scheduled articles whose time has come, locked; those that another worker has in hand are left to it. */
export async function dueArticles(db: Db, now: Date): Promise<string[]> {
  const rows = await tables<EditorialTables>(db)
    .selectFrom('editorial.article')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .orderBy('publish_at')
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Gives the article this address, or the first free one like it; its earlier addresses lead there. An address that it
 * had before is taken back.
 */
export async function takeSlug(db: Db, articleId: string, wanted: string): Promise<void> {
  await sql`update editorial.article_slug set is_current = false where article_id = ${articleId} and is_current`.execute(
    tables(db),
  );
  await sql`
    insert into editorial.article_slug (slug, article_id, is_current)
    select candidate, ${articleId}::uuid, true
    from (select case n when 1 then ${wanted}::text else ${wanted}::text || '-' || n end as candidate, n
      from generate_series(1, 500) n) as each
    where not exists (
      select 1 from editorial.article_slug s where s.slug = candidate and s.article_id <> ${articleId}::uuid)
    order by n limit 1
    on conflict (slug) do update set is_current = true`.execute(tables(db));
}

export async function keepZone(db: Db, accountId: string, zone: string): Promise<void> {
  await tables<EditorialTables>(db)
    .insertInto('editorial.editor_zone')
    .values({ account_id: accountId, zone })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ zone }))
    .execute();
}

/** The clock that the editor chose last. */
export async function zoneOf(db: Db, accountId: string): Promise<string | undefined> {
  const row = await tables<EditorialTables>(db)
    .selectFrom('editorial.editor_zone')
    .select('zone')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.zone;
}
