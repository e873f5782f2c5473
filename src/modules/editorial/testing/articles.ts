import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { findArticle } from '../article/articles.queries.ts';
import { publishArticle } from '../publish-article/move-article.ts';
import { beginArticle } from '../write-article/begin-article.ts';
import { writeText } from '../write-article/write-text.ts';

export const someWords = {
  title: 'The mill turns again',
  summary: 'After ten years of silence, the wheel turns.',
  body: 'One comes *on foot*.',
  coverAlt: '',
};

/** A draft with a text in one language; returns its id. */
export async function draftArticle(
  db: Db,
  actor: Actor,
  words = someWords,
  lang: Lang = 'en',
): Promise<string> {
  const id = actor.ids.next();
  await beginArticle(db, actor, { id, lang });
  await writeText(db, actor, { articleId: id, lang, words, version: 0 });
  return id;
}

/** The article as it stands; throws where there is none. */
export async function articleAt(db: Db, id: string) {
  const article = await findArticle(db, id);
  if (!article) throw new Error(`there is no article ${id}`);
  return article;
}

/** A published article; returns its id and its address. */
export async function publishedArticle(db: Db, actor: Actor, words = someWords, lang: Lang = 'en') {
  const articleId = await draftArticle(db, actor, words, lang);
  await publishArticle(db, actor, { articleId, version: (await articleAt(db, articleId)).version });
  return { id: articleId, slug: (await articleAt(db, articleId)).slug ?? '' };
}
