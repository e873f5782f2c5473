import type { AppContext } from '../../../platform/http/environment.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { picturesIn } from '../../../platform/rich-text/plain-markdown.ts';
import { type ArticleContent, emptyText } from '../article/article-content.ts';
import type { Article } from '../article/articles.queries.ts';
import { picturesById } from '../article-pictures/pictures.queries.ts';
import { allLabels } from '../labels/labels.queries.ts';
import type { ShownArticle } from '../show-article/article.page.tsx';

/** A draft or an earlier version in the shape in which readers would see it. */
export async function shownDraft(
  c: AppContext,
  article: Article,
  content: ArticleContent,
  lang: Lang,
): Promise<ShownArticle> {
  const { db, actor } = c.var;
  const text = content.texts[lang] ?? emptyText;
  const { cover } = content;
  const [pictures, labels] = await Promise.all([
    picturesById(db, [...picturesIn(text.body), ...(cover === undefined ? [] : [cover])]),
    allLabels(db),
  ]);
  return {
    lang,
    text,
    labels: labels.filter(({ id }) => content.labels.includes(id)),
    author: content.byline === 'author' ? (article.authorName ?? undefined) : undefined,
    publishedAt: article.publishedAt ?? article.publishAt ?? actor.now,
    cover: cover === undefined ? undefined : pictures.get(cover),
    pictures,
  };
}
