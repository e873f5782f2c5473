import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { AskLinkPage } from './ask-link.page.tsx';
import { askLink } from './send-link.ts';

const linkForm = z.object({
  mail: z
    .string({ error: 'accounts.address.missing' })
    .trim()
    .min(1, 'accounts.address.missing')
    .max(300, 'accounts.address.wrong'),
});

export function sendLinkRoutes(app: App): void {
  app.post('/following/link', async (c) => {
    const { t, db, actor, site, lang } = c.var;
    const read = await readForm(c, linkForm);
    if (!read.ok) return again(c, read.form);
    const done = await answerForm(c, () => askLink(db, actor, read.value.mail));
    if (!done.ok) return again(c, done.form);
    flash(c, 'info', t('notify.link.sent', { address: read.value.mail }));
    return c.redirect(urlFor(site, lang, '/following'), 303);
  });
}

function again(c: AppContext, form: FormState) {
  const { t, site } = c.var;
  return sendPage(c, {
    title: t('notify.following.title'),
    width: 'narrow',
    indexed: false,
    status: 422,
    children: <AskLinkPage t={t} site={site} form={form} />,
  });
}
