import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { keptNowhere } from '../../accounts/index.ts';
import { writeProof } from '../follow-fields/browser-proof.ts';
import { keyDays } from '../keys/keys.ts';
import { ConfirmPage } from './confirm.page.tsx';
import { confirm, wishOfLink } from './confirm.ts';

const confirmForm = z.object({ token: z.string().max(100).catch('') });

export function confirmRoutes(app: App): void {
  app.get('/following/confirm', keptNowhere, show);
  app.post('/following/confirm', keptNowhere, take);
}

async function show(c: AppContext) {
  const { t, db, actor, site } = c.var;
  const token = c.req.query('token') ?? '';
  const wish = await wishOfLink(db, actor, token);
  return sendPage(c, {
    title: t('notify.confirm.title', { title: wish.title }),
    width: 'narrow',
    indexed: false,
    children: <ConfirmPage t={t} site={site} wish={wish} token={token} />,
  });
}

async function take(c: AppContext) {
  const { t, db, actor, site, lang } = c.var;
  const read = await readForm(c, confirmForm);
  const { wish, browserSecret } = await confirm(db, actor, read.ok ? read.value.token : '');
  writeProof(c, 'follower', browserSecret, keyDays * 86_400);
  flash(c, 'good', t('notify.follow.done', { title: wish.title }));
  return c.redirect(urlFor(site, lang, '/following'), 303);
}
