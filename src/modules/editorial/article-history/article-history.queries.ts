import { type Db, tables } from '../../../platform/db/database.ts';
import type { ArticleContent } from '../article/article-content.ts';
import type { ArticleDeed } from '../article/article-states.ts';
import type { EditorialTables } from '../tables.ts';

export interface ArticleVersion {
  readonly number: number;
  readonly deed: ArticleDeed;
  readonly lang: string | null;
  readonly at: Date;
  readonly editor: string | null;
}

/** What was done to an article, the latest first. */
export function versionsOf(db: Db, articleId: string, most: number): Promise<ArticleVersion[]> {
  return tables<EditorialTables>(db)
    .selectFrom('editorial.article_version as v')
    .leftJoin('accounts.public_person as p', 'p.id', 'v.editor_id')
    .select(['v.number', 'v.deed', 'v.lang', 'v.at', 'p.name as editor'])
    .where('v.article_id', '=', articleId)
    .orderBy('v.number', 'desc')
    .limit(most)
    .execute();
}

export function findVersion(
  db: Db,
  articleId: string,
  number: number,
): Promise<(ArticleVersion & { readonly content: ArticleContent }) | undefined> {
  return tables<EditorialTables>(db)
    .selectFrom('editorial.article_version as v')
    .leftJoin('accounts.public_person as p', 'p.id', 'v.editor_id')
    .select(['v.number', 'v.deed', 'v.lang', 'v.at', 'p.name as editor', 'v.content'])
    .where('v.article_id', '=', articleId)
    .where('v.number', '=', number)
    .executeTakeFirst();
}
