import type { AppContext } from '../../../platform/http/environment.ts';
import { urlFor } from '../../../platform/http/site.ts';
import { EventLine } from '../join-events/events.page.tsx';
import { publicEvents } from '../join-events/join-event.queries.ts';
import { ArticleLine } from '../show-news/article-line.tsx';
import { publishedArticles } from '../show-news/news.queries.ts';

const most = { articles: 2, events: 2 } as const;

/** What is new on this site, for the home page: the latest articles and the next events. Two statements. */
export async function frontNews(c: AppContext) {
  const { db, t, site, actor } = c.var;
  const [{ articles }, events] = await Promise.all([
    publishedArticles(db, { skip: 0, most: most.articles }),
    publicEvents(db, { now: actor.now, past: false, size: most.events, page: 1 }),
  ]);
  const to = (path: string) => urlFor(site, t.lang, path);
  return (
    <>
      {articles.length > 0 && (
        <section class="section">
          <header>
            <h2>{t('editorial.news.title')}</h2>
            <a href={to('/news')}>{t('editorial.front.all-news')}</a>
          </header>
          {articles.map((article) => (
            <ArticleLine
              key={article.id}
              t={t}
              article={article}
              level={3}
              href={to(`/news/${encodeURIComponent(article.slug)}`)}
            />
          ))}
        </section>
      )}
      {events.length > 0 && (
        <section class="section">
          <header>
            <h2>{t('editorial.events.title')}</h2>
            <a href={to('/events')}>{t('editorial.front.all-events')}</a>
          </header>
          <div class="list">
            {events.map((event) => (
              <EventLine key={event.id} t={t} site={site} event={event} level={3} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
