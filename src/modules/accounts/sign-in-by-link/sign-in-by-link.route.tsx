import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { addressKey } from '../address-key.ts';
import { lettersOf } from '../letters/letters-of.ts';
import { limitAttempts } from '../limits/limit-attempts.ts';
import { AskByMailPage, LookAtMailPage } from '../pages/ask-by-mail.page.tsx';
import { addressField, backField, secretField } from '../pages/form-fields.ts';
import { completeSignIn } from '../session/complete-sign-in.ts';
import { keptNowhere } from '../session/only.ts';
import { OpenLinkPage } from './open-link.page.tsx';
import { askLink, lookAtLink, openLink } from './sign-in-by-link.ts';

const askForm = z.object({ address: addressField, back: backField });
const openForm = z.object({ token: secretField });

export function signInByLinkRoutes(app: App): void {
  app.use('/sign-in/link/*', keptNowhere);
  app.get('/sign-in/link', (c) => showAsk(c, emptyForm, backField.parse(c.req.query('back'))));
  app.post('/sign-in/link', takeAsk);
  app.get('/sign-in/link/open', showOpen);
  app.post('/sign-in/link/open', takeOpen);
}

function showAsk(c: AppContext, form: FormState, goOn: string | undefined) {
  const { t, site } = c.var;
  return sendPage(c, {
    title: t('accounts.link.title'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <AskByMailPage
        t={t}
        form={form}
        title={t('accounts.link.title')}
        lead={t('accounts.link.lead')}
        action={urlFor(site, t.lang, '/sign-in/link')}
        back={urlFor(site, t.lang, '/sign-in', { back: goOn })}
        goOn={goOn}
      />
    ),
  });
}

async function takeAsk(c: AppContext) {
  const { actor, tools } = c.var;
  const read = await readForm(c, askForm);
  if (!read.ok) return showAsk(c, read.form, backField.parse(read.form.values['back']));
  const { address } = read.value;
  await limitAttempts(tools, 'letter', { network: actor.address, about: addressKey(address) });
  return sendLink(c, read.value);
}

/** Writes the link and shows where to look for it. */
export async function sendLink(
  c: AppContext,
  { address, back }: { readonly address: string; readonly back?: string | undefined },
): Promise<Response> {
  const { t, db, actor, tools } = c.var;
  await askLink(db, actor, { address, back, letters: lettersOf(c) });
  return sendPage(c, {
    title: t('accounts.look.title'),
    width: 'narrow',
    indexed: false,
    children: <LookAtMailPage t={t} address={address} outbox={!tools.config.mailUrl} />,
  });
}

async function showOpen(c: AppContext) {
  const { t, db, actor, site } = c.var;
  const token = c.req.query('token') ?? '';
  const { account } = await lookAtLink(db, actor, token);
  return sendPage(c, {
    title: t('accounts.sign-in.title'),
    width: 'narrow',
    indexed: false,
    children: <OpenLinkPage t={t} site={site} token={token} name={account.name} />,
  });
}

async function takeOpen(c: AppContext) {
  const { tools, actor, db } = c.var;
  const read = await readForm(c, openForm);
  const secret = read.ok ? read.value.token : '';
  await limitAttempts(tools, 'code', { network: actor.address, about: secret });
  const { account, back } = await openLink(db, actor, secret);
  return completeSignIn(c, { account, method: 'link', back: backField.parse(back) });
}
