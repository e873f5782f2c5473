import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { ArticleText } from '../article/article-content.ts';
import { pictureAddress } from '../article-pictures/shown-picture.ts';
import type { PublicArticle } from './article.queries.ts';

export interface ArticleHeadProps {
  readonly site: Site;
  readonly article: PublicArticle;
  readonly lang: Lang;
  readonly text: ArticleText;
}

/** What machines read of an article: OpenGraph, schema.org. A sample is no news for search engines. */
export function ArticleHeadElements({ site, article, lang, text }: ArticleHeadProps) {
  const address = absoluteUrl(site, lang, `/news/${encodeURIComponent(article.slug)}`);
  const { cover } = article.live;
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:title" content={text.title} />
      <meta property="og:description" content={text.summary} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={lang} />
      <meta property="article:published_time" content={article.publishedAt.toISOString()} />
      {cover !== undefined && (
        <>
          <meta property="og:image" content={site.baseUrl + pictureAddress(cover)} />
          <meta property="og:image:alt" content={text.coverAlt} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {!article.isSample && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: newsArticle({ site, article, lang, text }, address) }}
        />
      )}
    </>
  );
}

/** schema.org NewsArticle; no `</script>` can end it early. */
function newsArticle({ site, article, lang, text }: ArticleHeadProps, address: string): string {
  const { cover, byline } = article.live;
  const publisher = { '@type': 'Organization', name: site.name, url: site.baseUrl };
  const signed = byline === 'author' && article.author !== null;
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: text.title,
    description: text.summary,
    inLanguage: lang,
    url: address,
    mainEntityOfPage: address,
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.changedAt.toISOString(),
    author: signed ? { '@type': 'Person', name: article.author } : publisher,
    publisher,
    ...(cover === undefined ? {} : { image: site.baseUrl + pictureAddress(cover) }),
  }).replaceAll('<', '\\u003c');
}
