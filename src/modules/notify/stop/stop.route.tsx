import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { keptNowhere } from '../../accounts/index.ts';
import { StopPage } from './stop.page.tsx';
import { stopLetters, whatComes } from './stop.ts';

export function stopRoutes(app: App): void {
  app.get('/following/stop', keptNowhere, show);
  app.post('/following/stop', keptNowhere, take);
}

const tokenOf = (c: AppContext): string => (c.req.query('token') ?? '').slice(0, 100);

async function show(c: AppContext) {
  const { t, db, actor, site } = c.var;
  const token = tokenOf(c);
  const come = await whatComes(db, actor, token);
  return sendPage(c, {
    title: t('notify.stop.title'),
    width: 'narrow',
    indexed: false,
    children: <StopPage t={t} site={site} token={token} come={come} />,
  });
}

const stopForm = z.object({ scope: z.enum(['letter', 'all']).optional().catch(undefined) });

/**
 * The button of the page, or that of a mail program (RFC 8058), which posts `List-Unsubscribe=One-Click` from outside,
 * knows no cookie, and must not be sent elsewhere.
 */
async function take(c: AppContext) {
  const { t, db, actor, site, lang } = c.var;
  const token = tokenOf(c);
  const read = await readForm(c, stopForm);
  const scope = read.ok ? read.value.scope : undefined;
  await stopLetters(db, actor, { secret: token, all: scope === 'all' });
  if (scope === undefined) return c.text(`${t('notify.stop.done')}\n`);
  flash(c, 'good', t('notify.stop.done'));
  return c.redirect(urlFor(site, lang, '/following/stop', { token }), 303);
}
