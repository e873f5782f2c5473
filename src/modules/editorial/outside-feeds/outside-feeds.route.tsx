import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { langs } from '../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { isArticleId } from '../article/article-id.ts';
import { articleNotFound } from '../refusals.ts';
import { FeedPage } from './feed.page.tsx';
import { addFeed, hideFeedItem, readFeedNow, removeFeed, setFeed } from './manage-feeds.ts';
import { FeedsPage } from './outside-feeds.page.tsx';
import { allFeeds, findFeed, itemsOfFeed } from './outside-feeds.queries.ts';

const mostItems = 100;
const name = z.string().trim().max(120, 'editorial.feeds.error.name').default('');
const common = {
  name,
  lang: z.enum(langs).nullable().catch(null),
  everyHours: z.coerce.number().int().min(1).max(168).catch(6),
};
const newForm = z.object({
  id: z.uuid(),
  url: z.string().trim().min(1, 'editorial.feeds.error.address').max(1000, 'editorial.feeds.error.address'),
  ...common,
});
const settingsForm = z.object({
  ...common,
  paused: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
});

export function outsideFeedRoutes(app: App): void {
  app.get('/editor/feeds', (c) => showFeeds(c, emptyForm));
  app.post('/editor/feeds', takeFeed);
  app.get('/editor/feeds/:id', showFeed);
  app.post('/editor/feeds/:id', takeSettings);
  app.post('/editor/feeds/:id/read', (c) => change(c, readFeedNow, 'editorial.feeds.reading', ''));
  app.post('/editor/feeds/:id/remove', (c) => change(c, removeFeed, 'editorial.feeds.removed', 'list'));
  app.post('/editor/feeds/:id/items/:item/hide', (c) => hide(c, true));
  app.post('/editor/feeds/:id/items/:item/show', (c) => hide(c, false));
}

function idOf(c: AppContext, param = 'id'): string {
  const id = c.req.param(param) ?? '';
  if (!isArticleId(id)) throw articleNotFound();
  return id;
}

async function showFeeds(c: AppContext, form: FormState) {
  const { db, t, site, actor } = c.var;
  return sendPage(c, {
    title: t('editorial.feeds.title'),
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <FeedsPage
        t={t}
        site={site}
        feeds={await allFeeds(db)}
        form={form}
        newId={form.values['id'] ?? actor.ids.next()}
      />
    ),
  });
}

async function takeFeed(c: AppContext) {
  const { db, actor, tools, site, lang, t } = c.var;
  const read = await readForm(c, newForm);
  if (!read.ok) return showFeeds(c, read.form);
  const done = await answerForm(c, () => addFeed(db, actor, { ...read.value, fetcher: tools.fetcher }));
  if (!done.ok) return showFeeds(c, done.form);
  flash(c, 'good', t('editorial.feeds.added'));
  return c.redirect(urlFor(site, lang, `/editor/feeds/${read.value.id}`), 303);
}

async function showFeed(c: AppContext) {
  const { db, t, site } = c.var;
  const feed = await findFeed(db, idOf(c));
  if (!feed) throw articleNotFound();
  return sendPage(c, {
    title: feed.name || t('editorial.feeds.unread'),
    indexed: false,
    breadcrumbs: [
      { label: t('editorial.newsroom.title'), href: urlFor(site, t.lang, '/editor') },
      { label: t('editorial.feeds.title'), href: urlFor(site, t.lang, '/editor/feeds') },
    ],
    children: <FeedPage t={t} site={site} feed={feed} items={await itemsOfFeed(db, feed.id, mostItems)} />,
  });
}

async function takeSettings(c: AppContext) {
  const { db, actor, site, lang, t } = c.var;
  const id = idOf(c);
  const read = await readForm(c, settingsForm);
  if (read.ok) {
    const { paused, ...rest } = read.value;
    await setFeed(db, actor, { id, ...rest, isPaused: paused });
    flash(c, 'good', t('editorial.settings.saved'));
  }
  return c.redirect(urlFor(site, lang, `/editor/feeds/${id}`), 303);
}

async function change(c: AppContext, deed: typeof readFeedNow, done: MessageKey, then: '' | 'list') {
  const { db, actor, site, lang, t } = c.var;
  const id = idOf(c);
  await deed(db, actor, id);
  flash(c, 'good', t(done));
  return c.redirect(urlFor(site, lang, then === 'list' ? '/editor/feeds' : `/editor/feeds/${id}`), 303);
}

async function hide(c: AppContext, isHidden: boolean) {
  const { db, actor, site, lang, t } = c.var;
  const feedId = idOf(c);
  await hideFeedItem(db, actor, { feedId, itemId: idOf(c, 'item'), isHidden });
  flash(c, 'good', t(isHidden ? 'editorial.feeds.hidden' : 'editorial.feeds.shown'));
  return c.redirect(urlFor(site, lang, `/editor/feeds/${feedId}`), 303);
}
