import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { addressKey } from '../address-key.ts';
import { forgiveAttempts, limitAttempts } from '../limits/limit-attempts.ts';
import { backField, passwordField } from '../pages/form-fields.ts';
import { IslandScript } from '../pages/island-script.tsx';
import { completeSignIn } from '../session/complete-sign-in.ts';
import { forgetSecret } from '../session/cookies.ts';
import { keptNowhere } from '../session/only.ts';
import { deleteSession } from '../session/sessions.queries.ts';
import { SignInPage } from './sign-in.page.tsx';
import { signInByPassword } from './sign-in.ts';

const signInForm = z.object({
  address: z.string({ error: 'accounts.address.missing' }).trim().min(1, 'accounts.address.missing').max(254),
  password: passwordField,
  back: backField,
});

export function signInRoutes(app: App): void {
  app.use('/sign-in', keptNowhere);
  app.get('/sign-in', (c) => {
    const back = backField.parse(c.req.query('back'));
    if (c.var.actor.kind === 'person')
      return c.redirect(urlFor(c.var.site, c.var.lang, back ?? '/account'), 303);
    return showForm(c, emptyForm, back);
  });
  app.post('/sign-in', takeForm);
  app.post('/sign-out', signOut);
}

function showForm(c: AppContext, form: FormState, back: string | undefined) {
  const { t, site, tools } = c.var;
  return sendPage(c, {
    title: t('accounts.sign-in.title'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    head: <IslandScript assets={tools.assets} name="passkey" />,
    children: <SignInPage t={t} site={site} form={form} back={back} />,
  });
}

async function takeForm(c: AppContext) {
  const { tools, actor, db, apart } = c.var;
  const read = await readForm(c, signInForm);
  if (!read.ok) return showForm(c, read.form, backField.parse(read.form.values['back']));
  const { address, password, back } = read.value;
  const attempt = { network: actor.address, about: addressKey(address) };
  await limitAttempts(tools, 'sign-in', attempt);
  const done = await answerForm(c, () => signInByPassword(db, actor, { address, password, apart }));
  if (!done.ok) return showForm(c, done.form, back);
  await forgiveAttempts(tools, 'sign-in', attempt);
  return completeSignIn(c, { account: done.value, method: 'password', back });
}

async function signOut(c: AppContext) {
  const { actor, db, site, lang, t } = c.var;
  if (actor.id && actor.sessionId) await deleteSession(db, actor.id, actor.sessionId);
  forgetSecret(c, 'session');
  flash(c, 'good', t('accounts.sign-out.done'));
  return c.redirect(urlFor(site, lang, '/'), 303);
}
