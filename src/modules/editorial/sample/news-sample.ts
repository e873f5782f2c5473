import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import type { ArticleContent } from '../article/article-content.ts';
import { findArticle, insertArticle, insertVersion } from '../article/articles.queries.ts';
import { storePicture } from '../article-pictures/store-picture.ts';
import { keepLabel } from '../labels/labels.queries.ts';
import { publishArticle } from '../publish-article/move-article.ts';
import { deleteSampleNews, hasNews, sampleFiles } from './news-sample.queries.ts';
import { type SampleArticle, sampleArticles, sampleLabels } from './sample-articles.ts';
import { sampleCover } from './sample-cover.ts';

const dayMs = 86_400_000;

type Scene = Pick<Tools, 'database' | 'storage'>;

/** On a site without any article: two that say that they are examples. Returns how many came. */
export function installNewsSample({ database, storage }: Scene, actor: Actor): Promise<number> {
  return transact(database.db, async (db) => {
    if (await hasNews(db)) return 0;
    for (const label of sampleLabels) await keepLabel(db, { ...label, now: actor.now, isSample: true });
    for (const article of sampleArticles) await bringOut(db, storage, actor, article);
    return sampleArticles.length;
  });
}

async function bringOut(
  db: Db,
  storage: Tools['storage'],
  actor: Actor,
  article: SampleArticle,
): Promise<void> {
  const then: Actor = { ...actor, now: new Date(actor.now.getTime() - article.age * dayMs) };
  const bytes = await sampleCover(article.hues);
  const cover = await storePicture(db, then, { storage, bytes, isSample: true });
  const versioned = (lang: 'fr' | 'en') => ({ ...article.texts[lang], version: 1 });
  const draft: ArticleContent = {
    lang: article.lang,
    texts: { fr: versioned('fr'), en: versioned('en') },
    labels: [article.label],
    cover: cover.id,
    byline: 'site',
  };
  const id = actor.ids.next();
  await insertArticle(db, { id, draft, authorId: null, now: then.now, isSample: true });
  await insertVersion(db, { articleId: id, deed: 'begun', content: draft, editorId: null, now: then.now });
  const version = (await findArticle(db, id))?.version ?? 1;
  await publishArticle(db, then, { articleId: id, version });
}

/** Takes the examples away, with their pictures; articles that people wrote stay. Returns how many articles went. */
export async function removeNewsSample({ database, storage }: Scene): Promise<number> {
  const files = await sampleFiles(database.db);
  const removed = await transact(database.db, deleteSampleNews);
  for (const key of files) await storage.remove(key);
  return removed;
}
