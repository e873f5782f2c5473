import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** A piece of news of others, as readers see it: a title, a few words, a link. */
export interface ElsewhereItem {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  readonly source: string;
  readonly lang: string | null;
  readonly publishedAt: Date;
}

export async function elsewhereItems(
  db: Db,
  { skip, most }: { readonly skip: number; readonly most: number },
): Promise<{ items: ElsewhereItem[]; total: number }> {
  const { rows } = await sql<ElsewhereItem & { total: number }>`
    select i.id, i.title, i.summary, i.url, f.name as source, f.lang, i.published_at as "publishedAt",
      count(*) over ()::int as total
    from editorial.feed_item i join editorial.feed f on f.id = i.feed_id
    where not i.is_hidden and not f.is_paused
    order by i.published_at desc, i.id limit ${most} offset ${skip}`.execute(tables(db));
  return { items: rows, total: rows[0]?.total ?? 0 };
}
