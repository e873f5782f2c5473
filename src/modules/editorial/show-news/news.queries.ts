import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { ArticleText } from '../article/article-content.ts';
import type { Picture } from '../article-pictures/shown-picture.ts';

/** An article as lists show it: every language, without the bodies. */
export interface ArticleHead {
  readonly id: string;
  readonly slug: string;
  readonly lang: Lang;
  readonly texts: Readonly<Partial<Record<Lang, Omit<ArticleText, 'body'>>>>;
  readonly labels: readonly string[];
  readonly byline: 'author' | 'site';
  readonly author: string | null;
  readonly cover: Picture | null;
  readonly publishedAt: Date;
  readonly changedAt: Date;
}

export interface NewsWish {
  readonly label?: string | undefined;
  /** Only articles that exist in this language. */
  readonly lang?: Lang | undefined;
  readonly skip: number;
  readonly most: number;
}

const headColumns = sql`
  a.id, s.slug, a.live->>'lang' as lang, a.live_labels as labels, a.live->>'byline' as byline, p.name as author,
  a.published_at as "publishedAt", a.live_at as "changedAt",
  (select jsonb_object_agg(key, value - 'body') from jsonb_each(a.live->'texts')) as texts,
  (select jsonb_build_object('id', c.id, 'width', c.width, 'height', c.height, 'files', c.files)
    from editorial.picture c where c.id = (a.live->>'cover')::uuid) as cover`;

/** Published articles, newest first, and how many there are. */
export async function publishedArticles(
  db: Db,
  { label, lang, skip, most }: NewsWish,
): Promise<{ articles: ArticleHead[]; total: number }> {
  const { rows } = await sql<ArticleHead & { total: number }>`
    select ${headColumns}, count(*) over ()::int as total
    from editorial.article a
    join editorial.article_slug s on s.article_id = a.id and s.is_current
    left join accounts.public_person p on p.id = a.author_id
    where a.state = 'published'
      and (${label ?? null}::text is null or a.live_labels @> array[${label ?? null}::text])
      and (${lang ?? null}::text is null or a.live_langs @> array[${lang ?? null}::text])
    order by a.published_at desc, a.id
    limit ${most} offset ${skip}`.execute(tables(db));
  return { articles: rows, total: rows[0]?.total ?? 0 };
}

export interface NewsLabel {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
}

/** What stands beside the list: the labels in use, and the languages that there are. */
export interface BesideNews {
  readonly labels: readonly NewsLabel[];
  readonly langs: readonly Lang[];
}

export async function besideNews(db: Db): Promise<BesideNews> {
  const { rows } = await sql<BesideNews>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'names', l.names) order by l.id), '[]')
        from editorial.label l
        where exists (select 1 from editorial.article a where a.state = 'published' and a.live_labels @> array[l.id])) as labels,
      (select coalesce(jsonb_agg(distinct lang), '[]') from editorial.article a, unnest(a.live_langs) lang
        where a.state = 'published') as langs`.execute(tables(db));
  return rows[0] ?? { labels: [], langs: [] };
}
