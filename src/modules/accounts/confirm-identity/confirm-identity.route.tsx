import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { personId } from '../account/account.route.tsx';
import { accountById, accountFacts } from '../account/accounts.queries.ts';
import { addressKey } from '../address-key.ts';
import { limitAttempts } from '../limits/limit-attempts.ts';
import { backField, passwordField } from '../pages/form-fields.ts';
import { IslandScript } from '../pages/island-script.tsx';
import { isPassword } from '../password/hash-password.ts';
import { signInFirst, wrongPassword } from '../refusals.ts';
import { completeSignIn } from '../session/complete-sign-in.ts';
import { sendLink } from '../sign-in-by-link/sign-in-by-link.route.tsx';
import { ConfirmIdentityPage } from './confirm-identity.page.tsx';

const confirmForm = z.object({ current: passwordField, back: backField });
const linkForm = z.object({ back: backField });

/** Proving oneself again before a credential is changed; each way opens a new session, which is recent then. */
export function confirmIdentityRoutes(app: App): void {
  app.get('/account/confirm', (c) => showForm(c, emptyForm, backField.parse(c.req.query('back'))));
  app.post('/account/confirm', takePassword);
  app.post('/account/confirm/link', takeLink);
}

async function showForm(c: AppContext, form: FormState, back: string | undefined) {
  const { t, site, db, actor, tools } = c.var;
  const account = await accountById(db, personId(c));
  return sendPage(c, {
    title: t('accounts.again.title'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    head: <IslandScript assets={tools.assets} name="passkey" />,
    children: (
      <ConfirmIdentityPage
        t={t}
        site={site}
        form={form}
        back={back}
        hasPassword={account?.passwordHash !== null}
        name={actor.name ?? ''}
      />
    ),
  });
}

async function takePassword(c: AppContext) {
  const { tools, actor, db } = c.var;
  const read = await readForm(c, confirmForm);
  if (!read.ok) return showForm(c, read.form, backField.parse(read.form.values['back']));
  const { current, back } = read.value;
  await limitAttempts(tools, 'second-step', { network: actor.address, about: personId(c) });
  const done = await answerForm(c, async () => {
    const account = await accountById(db, personId(c));
    if (!account || !(await isPassword(account.passwordHash ?? undefined, current))) throw wrongPassword();
    return account;
  });
  if (!done.ok) return showForm(c, done.form, back);
  return completeSignIn(c, { account: done.value, method: 'password', back });
}

async function takeLink(c: AppContext) {
  const { tools, actor, db } = c.var;
  const read = await readForm(c, linkForm);
  const facts = await accountFacts(db, personId(c));
  if (!facts) throw signInFirst();
  await limitAttempts(tools, 'letter', { network: actor.address, about: addressKey(facts.address) });
  return sendLink(c, { address: facts.address, back: read.ok ? read.value.back : undefined });
}
