import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { personId } from '../account/account.route.tsx';
import { lettersOf } from '../letters/letters-of.ts';
import { limitAttempts } from '../limits/limit-attempts.ts';
import { passwordField } from '../pages/form-fields.ts';
import { passwordOf } from '../password/passwords.queries.ts';
import { recentOnly } from '../session/recent.ts';
import { ChangePasswordPage } from './change-password.page.tsx';
import { changePassword } from './change-password.ts';

const changeForm = z.object({
  current: z.string().max(2_000).catch(''),
  password: passwordField,
});

export function changePasswordRoutes(app: App): void {
  app.get('/account/password', recentOnly, (c) => showForm(c, emptyForm));
  app.post('/account/password', recentOnly, takeForm);
}

async function showForm(c: AppContext, form: FormState) {
  const { t, db, site, actor } = c.var;
  const has = (await passwordOf(db, personId(c))) !== undefined;
  const title = t(has ? 'accounts.change-password.title' : 'accounts.change-password.first');
  return sendPage(c, {
    title,
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <ChangePasswordPage
        t={t}
        site={site}
        form={form}
        title={title}
        asksCurrent={has}
        name={actor.name ?? ''}
      />
    ),
  });
}

async function takeForm(c: AppContext) {
  const { tools, actor, db, site, lang, t } = c.var;
  const read = await readForm(c, changeForm);
  if (!read.ok) return showForm(c, read.form);
  await limitAttempts(tools, 'second-step', { network: actor.address, about: personId(c) });
  const done = await answerForm(c, () => changePassword(db, actor, { ...read.value, letters: lettersOf(c) }));
  if (!done.ok) return showForm(c, done.form);
  flash(c, 'good', t('accounts.change-password.done'));
  return c.redirect(urlFor(site, lang, '/account'), 303);
}
