import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { ArticleState } from '../article/article-states.ts';

/** An article as editors find it in their lists. */
export interface ArticleEntry {
  readonly id: string;
  readonly state: ArticleState;
  readonly title: string;
  readonly titleLang: Lang;
  readonly langs: readonly Lang[];
  readonly author: string | null;
  readonly changedAt: Date;
  readonly publishAt: Date | null;
  readonly zone: string | null;
  readonly publishedAt: Date | null;
  /** Readers see something else than what is written now. */
  readonly isAhead: boolean;
}

export interface Newsroom {
  readonly articles: readonly ArticleEntry[];
  /** Of each state. */
  readonly counts: Readonly<Partial<Record<ArticleState, number>>>;
}

/** Articles of one state, those that somebody works on first, and how many there are of each. */
export async function newsroomArticles(
  db: Db,
  state: ArticleState,
  page: { readonly skip: number; readonly most: number },
): Promise<Newsroom> {
  const { rows } = await sql<ArticleEntry>`
    select a.id, a.state, a.draft->>'lang' as "titleLang",
      coalesce(nullif(a.draft->'texts'->(a.draft->>'lang')->>'title', ''), '') as title,
      array(select key from jsonb_each(a.draft->'texts') where value->>'title' <> '' order by key) as langs,
      p.name as author, a.changed_at as "changedAt", a.publish_at as "publishAt", a.zone,
      a.published_at as "publishedAt", a.live is not null and a.live_at < a.changed_at as "isAhead"
    from editorial.article a left join accounts.public_person p on p.id = a.author_id
    where a.state = ${state}
    order by case when a.state = 'scheduled' then a.publish_at end, a.changed_at desc, a.id
    limit ${page.most} offset ${page.skip}`.execute(tables(db));
  const counted = await sql<{ state: ArticleState; count: number }>`
    select state, count(*)::int as count from editorial.article group by state`.execute(tables(db));
  return { articles: rows, counts: Object.fromEntries(counted.rows.map((row) => [row.state, row.count])) };
}
