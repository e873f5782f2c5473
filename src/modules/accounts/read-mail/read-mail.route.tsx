import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { mailById, mailPage, mailStates } from '../../../platform/mail/mail.queries.ts';
import { mailNotFound } from '../refusals.ts';
import { MailPage } from './mail.page.tsx';
import { OutboxPage } from './outbox.page.tsx';

const onePage = 50;
const filter = z.object({
  state: z.enum(mailStates).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

export function readMailRoutes(app: App): void {
  app.get('/operator/mail', showOutbox);
  app.get('/operator/mail/:id', showMail);
}

async function showOutbox(c: AppContext) {
  const { t, db, site, tools } = c.var;
  const { state, before } = filter.parse(c.req.query());
  const asked = { ...(state && { state }), ...(before && { before }) };
  const mails = await mailPage(db, onePage + 1, asked);
  const shown = mails.slice(0, onePage);
  return sendPage(c, {
    title: t('accounts.mail.title'),
    indexed: false,
    breadcrumbs: [{ label: t('accounts.operator.title'), href: urlFor(site, t.lang, '/operator') }],
    children: (
      <OutboxPage
        t={t}
        site={site}
        mails={shown}
        state={state}
        next={mails.length > onePage ? shown.at(-1)?.id : undefined}
        hasServer={tools.config.mailUrl !== undefined}
      />
    ),
  });
}

async function showMail(c: AppContext) {
  const { t, db, site } = c.var;
  const id = z.uuid().safeParse(c.req.param('id'));
  const mail = id.success ? await mailById(db, id.data) : undefined;
  if (!mail) throw mailNotFound();
  return sendPage(c, {
    title: mail.subject,
    width: 'narrow',
    indexed: false,
    breadcrumbs: [
      { label: t('accounts.operator.title'), href: urlFor(site, t.lang, '/operator') },
      { label: t('accounts.mail.title'), href: urlFor(site, t.lang, '/operator/mail') },
    ],
    children: <MailPage t={t} site={site} mail={mail} />,
  });
}
