import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ListsTables, Visibility } from '../tables.ts';

const of = (db: Db) => tables<ListsTables>(db);

/** Addresses that begin like this one and are taken. */
export async function slugsLike(db: Db, slug: string): Promise<string[]> {
  const rows = await sql<{ slug: string }>`
    select slug from lists.list where slug = ${slug} or starts_with(slug, ${`${slug}-`})`.execute(of(db));
  return rows.rows.map((row) => row.slug);
}

export interface Shared {
  readonly visibility: Visibility;
  readonly shareToken: string | null;
  readonly slug: string | null;
  readonly showsName: boolean;
  readonly at: Date;
}

/** The first day on which it was public stays. */
export async function updateSharing(db: Db, id: string, shared: Shared): Promise<void> {
  await sql`update lists.list set visibility = ${shared.visibility}, share_token = ${shared.shareToken},
      slug = ${shared.slug}, shows_name = ${shared.showsName}, changed_at = ${shared.at},
      picked_at = case when ${shared.visibility} = 'public' then picked_at end,
      published_at = case when ${shared.visibility} = 'public' then coalesce(published_at, ${shared.at}) else published_at end
    where id = ${id}::uuid`.execute(of(db));
}
