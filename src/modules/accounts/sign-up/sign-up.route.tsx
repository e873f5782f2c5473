import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { lettersOf } from '../letters/letters-of.ts';
import { limitAttempts } from '../limits/limit-attempts.ts';
import {
  addressField,
  codeField,
  langField,
  nameField,
  passwordField,
  secretField,
} from '../pages/form-fields.ts';
import { readSecret, writeSecret } from '../session/cookies.ts';
import { openSession } from '../session/complete-sign-in.ts';
import { keptNowhere } from '../session/only.ts';
import {
  addressOfLink,
  confirmByDigits,
  confirmByLink,
  type Confirmed,
  signUp,
  waitingSignUp,
  writeAgain,
} from './sign-up.ts';
import { ConfirmLinkPage, ConfirmPage, SignUpPage } from './sign-up.page.tsx';
import { wrongCode } from '../refusals.ts';

const signUpForm = z.object({
  name: nameField,
  address: addressField,
  password: passwordField,
  lang: langField,
});
const confirmForm = z.object({ code: codeField });
const linkForm = z.object({ token: secretField });
const hour = 3_600;

export function signUpRoutes(app: App): void {
  app.use('/sign-up/*', keptNowhere);
  app.get('/sign-up', (c) => (c.var.actor.kind === 'person' ? toAccount(c) : showForm(c, emptyForm)));
  app.post('/sign-up', takeForm);
  app.get('/sign-up/confirm', (c) => showConfirm(c, emptyForm));
  app.post('/sign-up/confirm', takeDigits);
  app.post('/sign-up/again', sendAgain);
  app.get('/sign-up/link', showLink);
  app.post('/sign-up/link', takeLink);
}

const toAccount = (c: AppContext) => c.redirect(urlFor(c.var.site, c.var.lang, '/account'), 303);

function showForm(c: AppContext, form: FormState) {
  const { t } = c.var;
  return sendPage(c, {
    title: t('accounts.sign-up.title'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: <SignUpPage t={t} site={c.var.site} form={form} />,
  });
}

async function takeForm(c: AppContext) {
  const { tools, actor, db, site, lang } = c.var;
  const read = await readForm(c, signUpForm);
  if (!read.ok) return showForm(c, read.form);
  await limitAttempts(tools, 'sign-up', { network: actor.address, about: read.value.address.toLowerCase() });
  const browser = actor.ids.secret();
  const input = { ...read.value, lang: read.value.lang ?? lang, browser, letters: lettersOf(c) };
  const done = await answerForm(c, () => signUp(db, actor, input));
  if (!done.ok) return showForm(c, done.form);
  writeSecret(c, 'step', browser, hour);
  return c.redirect(urlFor(site, lang, '/sign-up/confirm'), 303);
}

async function showConfirm(c: AppContext, form: FormState) {
  const { t, db, actor, site, lang, tools } = c.var;
  const browser = readSecret(c, 'step');
  const waits = browser === undefined ? undefined : await waitingSignUp(db, actor, browser);
  if (!waits) return c.redirect(urlFor(site, lang, '/sign-up'), 303);
  return sendPage(c, {
    title: t('accounts.confirm.title'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <ConfirmPage t={t} site={site} form={form} address={waits.address} outbox={!tools.config.mailUrl} />
    ),
  });
}

async function takeDigits(c: AppContext) {
  const { tools, actor, db } = c.var;
  const read = await readForm(c, confirmForm);
  if (!read.ok) return showConfirm(c, read.form);
  const browser = readSecret(c, 'step') ?? '';
  const waits = await waitingSignUp(db, actor, browser);
  if (!waits) return c.redirect(urlFor(c.var.site, c.var.lang, '/sign-up'), 303);
  await limitAttempts(tools, 'code', { network: actor.address, about: waits.id });
  const done = await answerForm(c, () => confirmByDigits(db, actor, { browser, digits: read.value.code }));
  return done.ok ? welcome(c, done.value) : showConfirm(c, done.form);
}

async function sendAgain(c: AppContext) {
  const { tools, actor, db, site, lang, t } = c.var;
  const browser = readSecret(c, 'step') ?? '';
  const waits = await waitingSignUp(db, actor, browser);
  if (!waits) throw wrongCode();
  await limitAttempts(tools, 'letter', { network: actor.address, about: waits.address.toLowerCase() });
  await writeAgain(db, actor, { browser, letters: lettersOf(c) });
  flash(c, 'good', t('accounts.confirm.sent-again'));
  return c.redirect(urlFor(site, lang, '/sign-up/confirm'), 303);
}

async function showLink(c: AppContext) {
  const { t, db, actor, site } = c.var;
  const token = c.req.query('token') ?? '';
  const address = await addressOfLink(db, actor, token);
  return sendPage(c, {
    title: t('accounts.confirm.title'),
    width: 'narrow',
    indexed: false,
    children: <ConfirmLinkPage t={t} site={site} address={address} token={token} />,
  });
}

async function takeLink(c: AppContext) {
  const { tools, actor, db } = c.var;
  const read = await readForm(c, linkForm);
  const secret = read.ok ? read.value.token : '';
  await limitAttempts(tools, 'code', { network: actor.address, about: secret });
  return welcome(c, await confirmByLink(db, actor, { secret, browser: readSecret(c, 'step') }));
}

async function welcome(c: AppContext, confirmed: Confirmed) {
  const { tools } = c.var;
  const t = tools.translators[confirmed.lang];
  flash(
    c,
    'good',
    t(confirmed.hasPassword ? 'accounts.confirm.welcome' : 'accounts.confirm.choose-password'),
  );
  return openSession(c, {
    account: { id: confirmed.accountId, name: confirmed.name, lang: confirmed.lang },
    method: 'sign-up',
    back: confirmed.hasPassword ? '/account' : '/account/password',
  });
}
