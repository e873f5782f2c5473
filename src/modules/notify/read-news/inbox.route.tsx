import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { setUnread } from '../../accounts/index.ts';
import { badWish } from '../refusals.ts';
import { InboxPage } from './inbox.page.tsx';
import { inboxOf, markRead } from './inbox.queries.ts';

const pageSize = 30;
const mostPages = 1_000;

/** Behind the guard of `/account/*`, which accounts puts up. */
export function inboxRoutes(app: App): void {
  app.get('/account/news', show);
  app.post('/account/news/read', takeRead);
}

async function show(c: AppContext) {
  const { t, db, site, actor } = c.var;
  const page = Math.min(mostPages, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
  const inbox = await inboxOf(db, actor.id ?? '', page, pageSize);
  const pages = Math.min(mostPages, Math.ceil(inbox.count / pageSize));
  return sendPage(c, {
    title: t('notify.inbox.title'),
    width: 'narrow',
    indexed: false,
    children: <InboxPage t={t} site={site} inbox={inbox} page={page} pages={pages} />,
  });
}

const readAll = z.object({ upTo: z.uuid() });

async function takeRead(c: AppContext) {
  const { t, db, site, lang, actor } = c.var;
  const read = await readForm(c, readAll);
  if (!read.ok || actor.id === undefined) throw badWish();
  const unread = await markRead(db, actor.id, read.value.upTo, actor.now);
  await setUnread(db, [{ personId: actor.id, unread }]);
  flash(c, 'good', t('notify.inbox.read.done'));
  return c.redirect(urlFor(site, lang, '/account/news'), 303);
}
