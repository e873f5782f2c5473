import type { App, AppContext } from '../../../platform/http/environment.ts';
import { isPlausibleSlug } from '../../../platform/http/plausible-slug.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { absoluteUrl, urlFor } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { picturesIn } from '../../../platform/rich-text/plain-markdown.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { type ArticleText, begunLangs, langFor } from '../article/article-content.ts';
import { picturesById } from '../article-pictures/pictures.queries.ts';
import { articleGone, articleNotFound } from '../refusals.ts';
import { publishedArticles } from '../show-news/news.queries.ts';
import { ArticleHeadElements } from './article-head.tsx';
import { type PublicArticle, articleNamed } from './article.queries.ts';
import { ArticleView } from './article.page.tsx';
import { mastodonShare } from './mastodon-share.ts';
import { MoreNews } from './more-news.tsx';
import { ShareLinks } from './share-links.tsx';

const mostBeside = 4;

export function articleRoutes(app: App): void {
  app.get('/news/:slug', showArticle);
  app.get('/news/:slug/share', shareArticle);
}

/** The article of the address. @throws Refusal 404, 410 where readers saw it once */
async function articleOf(c: AppContext): Promise<PublicArticle> {
  const slug = c.req.param('slug') ?? '';
  const article = isPlausibleSlug(slug) ? await articleNamed(c.var.db, slug) : undefined;
  if (!article) throw articleNotFound();
  if (article.state !== 'published') throw articleGone();
  return article;
}

/** Its text for this reader. */
function textFor(article: PublicArticle, wanted: Lang): { lang: Lang; text: ArticleText } {
  const lang = langFor(article.live.texts, article.live.lang, wanted);
  const text = article.live.texts[lang];
  if (!text) throw articleNotFound();
  return { lang, text };
}

async function showArticle(c: AppContext) {
  const { db, t, site } = c.var;
  const article = await articleOf(c);
  const path = `/news/${encodeURIComponent(article.slug)}`;
  if (article.slug !== c.req.param('slug')) return c.redirect(urlFor(site, t.lang, path), 301);
  const { lang, text } = textFor(article, t.lang);
  const { cover, byline } = article.live;
  const [pictures, { articles }] = await Promise.all([
    picturesById(db, [...picturesIn(text.body), ...(cover === undefined ? [] : [cover])]),
    publishedArticles(db, { skip: 0, most: mostBeside }),
  ]);
  const shown = {
    lang,
    text,
    labels: article.labels,
    author: byline === 'author' ? (article.author ?? undefined) : undefined,
    publishedAt: article.publishedAt,
    changedAt: article.changedAt,
    cover: cover === undefined ? undefined : pictures.get(cover),
    pictures,
  };
  return sendPage(c, {
    title: text.title,
    description: text.summary,
    nav: 'news',
    breadcrumbs: [{ label: t('editorial.news.title'), href: urlFor(site, t.lang, '/news') }],
    existsIn: [article.live.lang, ...begunLangs(article.live)],
    head: <ArticleHeadElements site={site} article={article} lang={lang} text={text} />,
    children: (
      <>
        <ArticleView t={t} site={site} article={shown} />
        <ShareLinks
          t={t}
          site={site}
          title={text.title}
          address={absoluteUrl(site, lang, path)}
          slug={article.slug}
        />
        <MoreNews t={t} site={site} articles={articles.filter(({ id }) => id !== article.id).slice(0, 3)} />
      </>
    ),
  });
}

/** A page with one link: our own form may lead to no other site, a reader's press may. */
async function shareArticle(c: AppContext) {
  const { t, site } = c.var;
  const article = await articleOf(c);
  const path = `/news/${encodeURIComponent(article.slug)}`;
  const { lang, text } = textFor(article, t.lang);
  const address = absoluteUrl(site, lang, path);
  const target = mastodonShare(c.req.query('instance') ?? '', `${text.title}\n${address}`);
  return sendPage(c, {
    title: t('editorial.share.title'),
    width: 'narrow',
    indexed: false,
    nav: 'news',
    breadcrumbs: [{ label: text.title, href: urlFor(site, t.lang, path) }],
    children: target ? (
      <>
        <Pagehead
          title={t('editorial.share.ready', { host: new URL(target).host })}
          lead={t('editorial.share.ready.lead')}
        />
        <LinkButton kind="first" href={target} outside>
          {t('editorial.share.open', { host: new URL(target).host })}
        </LinkButton>
      </>
    ) : (
      <>
        <Pagehead title={t('editorial.share.title')} lead={t('editorial.share.no-instance')} />
        <ShareLinks t={t} site={site} title={text.title} address={address} slug={article.slug} />
      </>
    ),
  });
}
