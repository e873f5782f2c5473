import { atomFeed } from '../../../platform/feeds/atom.ts';
import type { Feed, FeedEntry } from '../../../platform/feeds/feed.ts';
import { rssFeed } from '../../../platform/feeds/rss.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { langFor } from '../article/article-content.ts';
import { labelName } from '../labels/label-name.ts';
import {
  type ArticleHead,
  besideNews,
  type NewsLabel,
  publishedArticles,
} from '../show-news/news.queries.ts';

const mostEntries = 30;
/** Programs that look at feeds need not ask more often. */
const aWhile = 'public, max-age=900';

/** GET /news.atom and /news.rss, `?label=` for one label. */
export function feedRoutes(app: App): void {
  app.get('/news.atom', (c) => sendFeed(c, 'application/atom+xml', atomFeed));
  app.get('/news.rss', (c) => sendFeed(c, 'application/rss+xml', rssFeed));
}

async function sendFeed(c: AppContext, type: string, write: (feed: Feed) => string): Promise<Response> {
  const { db, site, t, path } = c.var;
  const asked = c.req.query('label');
  const { labels } = await besideNews(db);
  const label = labels.find(({ id }) => id === asked);
  const { articles } = await publishedArticles(db, { label: label?.id, skip: 0, most: mostEntries });
  const query = { label: label?.id };
  const feed: Feed = {
    title: `${label ? labelName(label, t.lang) : t('editorial.news.title')} · ${site.name}`,
    lead: t('editorial.news.lead'),
    lang: t.lang,
    self: absoluteUrl(site, t.lang, path, query),
    page: absoluteUrl(site, t.lang, '/news', query),
    entries: articles.map((article) => {
      const entry = entryOf(t, site, article, labels);
      // RSS tells what changed a second time; a corrected comma is no second piece of news
      return write === rssFeed ? { ...entry, changedAt: entry.createdAt } : entry;
    }),
  };
  return respond(c, write(feed), `${type}; charset=utf-8`, 200, aWhile);
}

function entryOf(t: Translator, site: Site, article: ArticleHead, labels: readonly NewsLabel[]): FeedEntry {
  const lang = langFor(article.texts, article.lang, t.lang);
  const text = article.texts[lang];
  return {
    id: article.id,
    title: text?.title ?? '',
    lang,
    url: absoluteUrl(site, lang, `/news/${encodeURIComponent(article.slug)}`),
    summary: text?.summary ?? '',
    authors: [article.byline === 'author' && article.author !== null ? article.author : site.name],
    categories: labels
      .filter(({ id }) => article.labels.includes(id))
      .map((label) => ({ term: label.id, label: labelName(label, t.lang) })),
    createdAt: article.publishedAt,
    changedAt: article.changedAt,
  };
}
