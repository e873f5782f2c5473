import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { ArticleLine } from '../show-news/article-line.tsx';
import type { ArticleHead } from '../show-news/news.queries.ts';

export interface MoreNewsProps {
  readonly t: Translator;
  readonly site: Site;
  readonly articles: readonly ArticleHead[];
}

/** The latest articles, below another one. */
export function MoreNews({ t, site, articles }: MoreNewsProps) {
  if (articles.length === 0) return null;
  return (
    <section class="section">
      <header>
        <h2>{t('editorial.article.more')}</h2>
        <a href={urlFor(site, t.lang, '/news')}>{t('editorial.news.all')}</a>
      </header>
      <div class="news-list">
        {articles.map((article) => (
          <ArticleLine
            key={article.id}
            t={t}
            article={article}
            href={urlFor(site, t.lang, `/news/${encodeURIComponent(article.slug)}`)}
            level={3}
          />
        ))}
      </div>
    </section>
  );
}
