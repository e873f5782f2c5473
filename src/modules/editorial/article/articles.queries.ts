import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { EditorialTables } from '../tables.ts';
import type { ArticleContent } from './article-content.ts';
import type { ArticleDeed, ArticleState } from './article-states.ts';

/** An article as editors have it. */
export interface Article {
  readonly id: string;
  readonly state: ArticleState;
  readonly version: number;
  readonly draft: ArticleContent;
  readonly live: ArticleContent | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly publishAt: Date | null;
  readonly zone: string | null;
  readonly publishedAt: Date | null;
  readonly changedAt: Date;
  readonly slug: string | null;
}

const editorial = (db: Db) => tables<EditorialTables>(db);

const articles = (db: Db) =>
  editorial(db)
    .selectFrom('editorial.article as a')
    .leftJoin('accounts.public_person as p', 'p.id', 'a.author_id')
    .leftJoin('editorial.article_slug as s', (on) =>
      on.onRef('s.article_id', '=', 'a.id').on('s.is_current', '=', true),
    )
    .select([
      'a.id',
      'a.state',
      'a.version',
      'a.draft',
      'a.live',
      'a.author_id as authorId',
      'p.name as authorName',
      'a.publish_at as publishAt',
      'a.zone',
      'a.published_at as publishedAt',
      'a.changed_at as changedAt',
      's.slug',
    ]);

export const findArticle = (db: Db, id: string): Promise<Article | undefined> =>
  articles(db).where('a.id', '=', id).executeTakeFirst();

/** The article, held until the end of the transaction: two writers follow each other. */
export const lockArticle = (db: Db, id: string): Promise<Article | undefined> =>
  articles(db).where('a.id', '=', id).forUpdate('a').executeTakeFirst();

export interface NewArticle {
  readonly id: string;
  readonly draft: ArticleContent;
  readonly authorId: string | null;
  readonly now: Date;
  readonly isSample?: boolean;
}

/** Returns whether it is new: the same form sent twice makes one article. */
export async function insertArticle(db: Db, article: NewArticle): Promise<boolean> {
  const rows = await editorial(db)
    .insertInto('editorial.article')
    .values({
      id: article.id,
      state: 'draft',
      draft: JSON.stringify(article.draft),
      author_id: article.authorId,
      changed_at: article.now,
      created_at: article.now,
      is_sample: article.isSample ?? false,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return rows.length === 1;
}

export interface ArticleChange {
  readonly draft?: ArticleContent;
  readonly state?: ArticleState;
  readonly live?: ArticleContent;
  readonly liveLangs?: readonly string[];
  readonly publishAt?: Date | null;
  readonly zone?: string | null;
  readonly publishedAt?: Date;
}

/** Changes a locked article; `version` rises. */
export async function changeArticle(db: Db, id: string, change: ArticleChange, now: Date): Promise<void> {
  const { draft, live, state, liveLangs, publishAt, zone, publishedAt } = change;
  await editorial(db)
    .updateTable('editorial.article')
    .set({
      version: sql<number>`version + 1`,
      changed_at: now,
      ...(draft && { draft: JSON.stringify(draft) }),
      ...(live && { live: JSON.stringify(live), live_labels: [...live.labels], live_at: now }),
      ...(liveLangs && { live_langs: [...liveLangs] }),
      ...(state && { state }),
      ...(publishAt !== undefined && { publish_at: publishAt }),
      ...(zone !== undefined && { zone }),
      ...(publishedAt && { published_at: publishedAt }),
    })
    .where('id', '=', id)
    .execute();
}

export interface VersionEntry {
  readonly articleId: string;
  readonly deed: ArticleDeed;
  readonly lang?: string;
  readonly content: ArticleContent;
  readonly editorId: string | null;
  readonly now: Date;
}

export async function insertVersion(db: Db, entry: VersionEntry): Promise<void> {
  await sql`
    insert into editorial.article_version (article_id, number, deed, lang, content, editor_id, begun_at, at)
    select ${entry.articleId}::uuid, coalesce(max(number), 0) + 1, ${entry.deed}, ${entry.lang ?? null}::text,
      ${JSON.stringify(entry.content)}::jsonb, ${entry.editorId}::uuid, ${entry.now}, ${entry.now}
    from editorial.article_version where article_id = ${entry.articleId}`.execute(tables(db));
}

/**
 * Writes into the latest version instead of beginning a new one: only where the same person wrote the same language a
 * moment ago. Returns whether it did.
 */
export async function amendVersion(db: Db, entry: VersionEntry, begunAfter: Date): Promise<boolean> {
  const rows = await sql`
    update editorial.article_version v set content = ${JSON.stringify(entry.content)}::jsonb, at = ${entry.now}
    where v.article_id = ${entry.articleId} and v.deed = 'wrote' and v.lang = ${entry.lang ?? null}
      and v.editor_id is not distinct from ${entry.editorId}::uuid and v.begun_at > ${begunAfter}
      and v.number = (select max(number) from editorial.article_version where article_id = ${entry.articleId})
    returning 1`.execute(tables(db));
  return rows.rows.length === 1;
}
