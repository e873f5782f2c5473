import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { demand } from '../../../platform/refusal.ts';
import { type ArticleContent, type ArticleText, emptyText } from '../article/article-content.ts';
import { changeArticle, insertVersion, lockArticle } from '../article/articles.queries.ts';
import { mayEdit } from '../policy.ts';
import { articleNotFound, editorsOnly } from '../refusals.ts';
import { findVersion } from './article-history.queries.ts';

/**
 * The draft is as it was; what stood there stays in the history. Windows that are open on the text notice it, since
 * every text gets a new version. @throws Refusal 403, 404
 */
export async function restoreVersion(
  db: Db,
  actor: Actor,
  input: { readonly articleId: string; readonly number: number },
): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  const article = await lockArticle(db, input.articleId);
  const version = article && (await findVersion(db, input.articleId, input.number));
  if (!article || !version) throw articleNotFound();
  const draft: ArticleContent = {
    ...version.content,
    texts: renewed(version.content.texts, article.draft.texts),
  };
  await changeArticle(db, article.id, { draft }, actor.now);
  await insertVersion(db, {
    articleId: article.id,
    deed: 'restored',
    content: draft,
    editorId: actor.id ?? null,
    now: actor.now,
  });
}

type Texts = ArticleContent['texts'];

function renewed(restored: Texts, present: Texts): Texts {
  const langs = [...new Set([...Object.keys(restored), ...Object.keys(present)])] as Lang[];
  const next = (lang: Lang): ArticleText => ({
    ...(restored[lang] ?? emptyText),
    version: (present[lang]?.version ?? 0) + 1,
  });
  return Object.fromEntries(langs.map((lang) => [lang, next(lang)]));
}
