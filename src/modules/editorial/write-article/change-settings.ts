import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { demand } from '../../../platform/refusal.ts';
import type { ArticleContent } from '../article/article-content.ts';
import { changeArticle, insertVersion, lockArticle } from '../article/articles.queries.ts';
import { mayEdit } from '../policy.ts';
import { articleChanged, articleNotFound, editorsOnly } from '../refusals.ts';

export interface ArticleSettings {
  readonly articleId: string;
  /** Of the article, as it was shown. */
  readonly version: number;
  readonly lang: Lang;
  readonly labels: readonly string[];
  readonly byline: 'author' | 'site';
  readonly withoutCover: boolean;
}

/** Changes what is said beside the texts. @throws Refusal 403, 404, 409 when somebody was faster */
export async function changeSettings(db: Db, actor: Actor, input: ArticleSettings): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  const article = await lockArticle(db, input.articleId);
  if (!article) throw articleNotFound();
  demand(article.version === input.version, articleChanged);
  const { cover, ...rest } = article.draft;
  const draft: ArticleContent = {
    ...rest,
    ...(cover === undefined || input.withoutCover ? {} : { cover }),
    lang: input.lang,
    labels: input.labels,
    byline: input.byline,
  };
  await changeArticle(db, article.id, { draft }, actor.now);
  await insertVersion(db, {
    articleId: article.id,
    deed: 'settings',
    content: draft,
    editorId: actor.id ?? null,
    now: actor.now,
  });
}
