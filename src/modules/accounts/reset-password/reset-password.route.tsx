import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { addressKey } from '../address-key.ts';
import { lettersOf } from '../letters/letters-of.ts';
import { limitAttempts } from '../limits/limit-attempts.ts';
import { addressField, passwordField, secretField } from '../pages/form-fields.ts';
import { AskByMailPage, LookAtMailPage } from '../pages/ask-by-mail.page.tsx';
import { completeSignIn } from '../session/complete-sign-in.ts';
import { keptNowhere } from '../session/only.ts';
import { ChooseResetPage } from './reset-password.page.tsx';
import { accountOfReset, askReset, resetPassword } from './reset-password.ts';

const askForm = z.object({ address: addressField });
const chooseForm = z.object({ token: secretField, password: passwordField });

export function resetPasswordRoutes(app: App): void {
  app.use('/reset-password/*', keptNowhere);
  app.get('/reset-password', (c) => showAsk(c, emptyForm));
  app.post('/reset-password', takeAsk);
  app.get('/reset-password/choose', (c) => showChoose(c, emptyForm, c.req.query('token') ?? ''));
  app.post('/reset-password/choose', takeChoose);
}

function showAsk(c: AppContext, form: FormState) {
  const { t, site } = c.var;
  return sendPage(c, {
    title: t('accounts.reset.title'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <AskByMailPage
        t={t}
        form={form}
        title={t('accounts.reset.title')}
        lead={t('accounts.reset.lead')}
        action={urlFor(site, t.lang, '/reset-password')}
        back={urlFor(site, t.lang, '/sign-in')}
      />
    ),
  });
}

async function takeAsk(c: AppContext) {
  const { tools, actor, db, t } = c.var;
  const read = await readForm(c, askForm);
  if (!read.ok) return showAsk(c, read.form);
  const { address } = read.value;
  await limitAttempts(tools, 'letter', { network: actor.address, about: addressKey(address) });
  await askReset(db, actor, { address, letters: lettersOf(c) });
  return sendPage(c, {
    title: t('accounts.look.title'),
    width: 'narrow',
    indexed: false,
    children: <LookAtMailPage t={t} address={address} outbox={!tools.config.mailUrl} />,
  });
}

async function showChoose(c: AppContext, form: FormState, token: string) {
  const { t, site, db, actor } = c.var;
  const account = await accountOfReset(db, actor, token);
  return sendPage(c, {
    title: t('accounts.reset.choose'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: <ChooseResetPage t={t} site={site} form={form} token={token} name={account.name} />,
  });
}

async function takeChoose(c: AppContext) {
  const { tools, actor, db, t } = c.var;
  const read = await readForm(c, chooseForm);
  const token = secretField.parse((await c.req.parseBody())['token']);
  await limitAttempts(tools, 'code', { network: actor.address, about: token });
  if (!read.ok) return showChoose(c, read.form, token);
  const input = { secret: token, password: read.value.password, letters: lettersOf(c) };
  const done = await answerForm(c, () => resetPassword(db, actor, input));
  if (!done.ok) return showChoose(c, done.form, token);
  flash(c, 'good', t('accounts.reset.done'));
  return completeSignIn(c, { account: done.value, method: 'reset' });
}
