import type { App, AppContext } from '../../../platform/http/environment.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { isLang } from '../../../platform/i18n/languages.ts';
import { isArticleId } from '../article/article-id.ts';
import type { Article } from '../article/articles.queries.ts';
import { articleNotFound } from '../refusals.ts';
import { articleOf } from '../write-article/write.route.tsx';
import { HistoryPage } from './article-history.page.tsx';
import { findVersion, versionsOf } from './article-history.queries.ts';
import { restoreVersion } from './restore-version.ts';
import { shownDraft } from './shown-draft.ts';
import { PreviewPage } from './preview.page.tsx';

const mostVersions = 200;

export function historyRoutes(app: App): void {
  app.get('/editor/articles/:id/preview', showPreview);
  app.get('/editor/articles/:id/history', showHistory);
  app.get('/editor/articles/:id/history/:number', showVersion);
  app.post('/editor/articles/:id/history/:number/restore', restore);
}

const crumbs = (c: AppContext, article: Article) => {
  const { t, site } = c.var;
  const title = article.draft.texts[article.draft.lang]?.title || t('editorial.newsroom.untitled');
  return [
    { label: t('editorial.newsroom.title'), href: urlFor(site, t.lang, '/editor') },
    { label: title, href: urlFor(site, t.lang, `/editor/articles/${article.id}`) },
  ];
};

async function showPreview(c: AppContext) {
  const { t, site } = c.var;
  const article = await articleOf(c);
  const asked = c.req.query('lang');
  const shown = await shownDraft(c, article, article.draft, isLang(asked) ? asked : article.draft.lang);
  return sendPage(c, {
    title: t('editorial.write.preview'),
    indexed: false,
    breadcrumbs: crumbs(c, article),
    children: <PreviewPage t={t} site={site} articleId={article.id} shown={shown} />,
  });
}

async function showHistory(c: AppContext) {
  const { db, t, site } = c.var;
  const article = await articleOf(c);
  const versions = await versionsOf(db, article.id, mostVersions);
  return sendPage(c, {
    title: t('editorial.history.title'),
    indexed: false,
    width: 'narrow',
    breadcrumbs: crumbs(c, article),
    children: <HistoryPage t={t} site={site} articleId={article.id} versions={versions} />,
  });
}

const numberOf = (c: AppContext): number => {
  const text = c.req.param('number') ?? '';
  if (!/^[1-9]\d{0,8}$/.test(text)) throw articleNotFound();
  return Number(text);
};

async function showVersion(c: AppContext) {
  const { db, t, site } = c.var;
  const article = await articleOf(c);
  const version = await findVersion(db, article.id, numberOf(c));
  if (!version) throw articleNotFound();
  const asked = c.req.query('lang') ?? version.lang ?? undefined;
  const lang = isLang(asked) ? asked : version.content.lang;
  const shown = await shownDraft(c, article, version.content, lang);
  return sendPage(c, {
    title: t('editorial.history.version', { n: version.number }),
    indexed: false,
    breadcrumbs: [
      ...crumbs(c, article),
      {
        label: t('editorial.history.title'),
        href: urlFor(site, t.lang, `/editor/articles/${article.id}/history`),
      },
    ],
    children: <PreviewPage t={t} site={site} articleId={article.id} shown={shown} version={version} />,
  });
}

async function restore(c: AppContext) {
  const { db, actor, site, lang, t } = c.var;
  const articleId = c.req.param('id') ?? '';
  if (!isArticleId(articleId)) throw articleNotFound();
  await restoreVersion(db, actor, { articleId, number: numberOf(c) });
  flash(c, 'good', t('editorial.history.restored.done'));
  return c.redirect(urlFor(site, lang, `/editor/articles/${articleId}`), 303);
}
