import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ArticleContent } from '../article/article-content.ts';
import type { ArticleState } from '../article/article-states.ts';
import type { NewsLabel } from '../show-news/news.queries.ts';

/** A published article, or one that was. */
export interface PublicArticle {
  readonly id: string;
  /** Its present address. */
  readonly slug: string;
  readonly state: ArticleState;
  readonly live: ArticleContent;
  readonly labels: readonly NewsLabel[];
  readonly author: string | null;
  readonly publishedAt: Date;
  readonly changedAt: Date;
  readonly isSample: boolean;
}

/** The article with this address, present or past; undefined where readers never saw one. */
export async function articleNamed(db: Db, slug: string): Promise<PublicArticle | undefined> {
  const { rows } = await sql<PublicArticle>`
    select a.id, a.state, a.live, p.name as author, a.published_at as "publishedAt", a.is_sample as "isSample",
      (select s.slug from editorial.article_slug s where s.article_id = a.id and s.is_current) as slug,
      a.live_at as "changedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'names', l.names) order by l.id), '[]')
        from editorial.label l where l.id = any(a.live_labels)) as labels
    from editorial.article_slug named
    join editorial.article a on a.id = named.article_id
    left join accounts.public_person p on p.id = a.author_id
    where named.slug = ${slug} and a.live is not null`.execute(tables(db));
  return rows[0];
}
