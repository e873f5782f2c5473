import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { absoluteUrl, urlFor } from '../../../platform/http/site.ts';
import { langs } from '../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { instantOf } from '../../../platform/time/wall-time.ts';
import { langFor } from '../article/article-content.ts';
import { isArticleId } from '../article/article-id.ts';
import { findArticle } from '../article/articles.queries.ts';
import { zoneOf } from '../publish-article/move-article.queries.ts';
import { articleNotFound } from '../refusals.ts';
import { NewPostPage } from './new-post.page.tsx';
import { addAccount, cancelPost, confirmSent, planPost, removeAccount, sendAgain } from './plan-posts.ts';
import { SocialPage } from './social.page.tsx';
import { allAccounts, latestPosts } from './social.queries.ts';

const mostPosts = 60;
const missing = 'editorial.social.error.missing';
const accountForm = z.object({
  id: z.uuid(),
  network: z.enum(['mastodon', 'bluesky']).catch('mastodon'),
  name: z.string().trim().min(1, missing).max(80, missing),
  server: z.string().trim().min(1, missing).max(200, missing),
  handle: z.string().trim().min(1, missing).max(200, missing),
  secret: z.string().trim().min(1, missing).max(500, missing),
});
const postForm = z.object({
  id: z.uuid(),
  account: z.string().default(''),
  article: z.string().default(''),
  text: z.string().max(5000).default(''),
  lang: z.enum(langs).catch('en'),
  when: z.enum(['now', 'later']).catch('later'),
  day: z.string().default(''),
  time: z.string().default(''),
  zone: z.string().max(60).default('UTC'),
});

export function socialRoutes(app: App): void {
  app.get('/editor/social', (c) => showSocial(c, emptyForm));
  app.post('/editor/social/accounts', takeAccount);
  app.post('/editor/social/accounts/:id/remove', (c) =>
    change(c, removeAccount, 'editorial.social.account-removed'),
  );
  app.get('/editor/social/new', (c) => showNewPost(c, emptyForm));
  app.post('/editor/social', takePost);
  app.post('/editor/social/:id/cancel', (c) => change(c, cancelPost, 'editorial.social.cancelled'));
  app.post('/editor/social/:id/again', (c) => change(c, sendAgain, 'editorial.social.again.done'));
  app.post('/editor/social/:id/is-there', (c) => change(c, confirmSent, 'editorial.social.is-there.done'));
}

async function showSocial(c: AppContext, form: FormState) {
  const { db, t, site, actor } = c.var;
  const [accounts, posts] = await Promise.all([allAccounts(db), latestPosts(db, mostPosts)]);
  return sendPage(c, {
    title: t('editorial.social.title'),
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <SocialPage t={t} site={site} accounts={accounts} posts={posts} form={form} newId={actor.ids.next()} />
    ),
  });
}

async function takeAccount(c: AppContext) {
  const { db, actor, tools, site, lang, t } = c.var;
  const read = await readForm(c, accountForm);
  if (!read.ok) return showSocial(c, read.form);
  const done = await answerForm(c, () => addAccount(db, actor, { ...read.value, fetcher: tools.fetcher }));
  if (!done.ok) return showSocial(c, done.form);
  flash(c, 'good', t('editorial.social.account-added'));
  return c.redirect(urlFor(site, lang, '/editor/social'), 303);
}

async function showNewPost(c: AppContext, form: FormState) {
  const { db, t, site, actor } = c.var;
  const asked = form.values['article'] ?? c.req.query('article') ?? '';
  const [accounts, article, zone] = await Promise.all([
    allAccounts(db),
    isArticleId(asked) ? findArticle(db, asked) : undefined,
    zoneOf(db, actor.id ?? '00000000-0000-0000-0000-000000000000'),
  ]);
  const main = article?.live ?? article?.draft;
  const lang = main ? langFor(main.texts, main.lang, t.lang) : t.lang;
  const title = main?.texts[lang]?.title ?? '';
  const address = article?.slug ? absoluteUrl(site, lang, `/news/${encodeURIComponent(article.slug)}`) : '';
  return sendPage(c, {
    title: t('editorial.social.new'),
    indexed: false,
    width: 'narrow',
    status: form === emptyForm ? 200 : 422,
    breadcrumbs: [
      { label: t('editorial.newsroom.title'), href: urlFor(site, t.lang, '/editor') },
      { label: t('editorial.social.title'), href: urlFor(site, t.lang, '/editor/social') },
    ],
    children: (
      <NewPostPage
        t={t}
        site={site}
        accounts={accounts}
        form={form}
        newId={actor.ids.next()}
        article={article?.id ?? ''}
        text={[title, address].filter(Boolean).join('\n')}
        lang={lang}
        zone={zone ?? 'UTC'}
        now={actor.now}
      />
    ),
  });
}

async function takePost(c: AppContext) {
  const { db, actor, site, lang, t } = c.var;
  const read = await readForm(c, postForm);
  if (!read.ok) return showNewPost(c, read.form);
  const { id, account, article, text, when, day, time, zone } = read.value;
  const at = when === 'now' ? undefined : instantOf(day, time, zone);
  const noTime = when === 'later' && at === undefined;
  if (noTime) {
    const values = Object.fromEntries(
      Object.entries(read.value).map(([name, value]) => [name, String(value)]),
    );
    return showNewPost(c, { values, errors: { day: 'editorial.refusal.no-time' } });
  }
  const wish = {
    id,
    accountId: account,
    text: text.replaceAll('\r\n', '\n'),
    lang: read.value.lang,
    at,
    zone,
  };
  const articleId = isArticleId(article) ? article : null;
  const done = await answerForm(c, () => planPost(db, actor, { ...wish, articleId }));
  if (!done.ok) return showNewPost(c, done.form);
  flash(c, 'good', t('editorial.social.planned'));
  return c.redirect(urlFor(site, lang, '/editor/social'), 303);
}

async function change(
  c: AppContext,
  deed: (db: Db, actor: Actor, id: string) => Promise<void>,
  done: MessageKey,
) {
  const { db, actor, site, lang, t } = c.var;
  const id = c.req.param('id') ?? '';
  if (!isArticleId(id)) throw articleNotFound();
  await deed(db, actor, id);
  flash(c, 'good', t(done));
  return c.redirect(urlFor(site, lang, '/editor/social'), 303);
}
