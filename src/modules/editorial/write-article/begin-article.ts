import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { demand } from '../../../platform/refusal.ts';
import { type ArticleContent, emptyText } from '../article/article-content.ts';
import { insertArticle, insertVersion } from '../article/articles.queries.ts';
import { mayEdit } from '../policy.ts';
import { editorsOnly } from '../refusals.ts';

/** Begins an empty article; the same id a second time changes nothing. */
export async function beginArticle(
  db: Db,
  actor: Actor,
  input: { readonly id: string; readonly lang: Lang },
): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  const draft: ArticleContent = {
    lang: input.lang,
    texts: { [input.lang]: emptyText },
    labels: [],
    byline: 'author',
  };
  const authorId = actor.id ?? null;
  const isNew = await insertArticle(db, { id: input.id, draft, authorId, now: actor.now });
  if (!isNew) return;
  await insertVersion(db, {
    articleId: input.id,
    deed: 'begun',
    content: draft,
    editorId: authorId,
    now: actor.now,
  });
}
