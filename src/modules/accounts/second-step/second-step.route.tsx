import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { forgiveAttempts, limitAttempts } from '../limits/limit-attempts.ts';
import { backField, codeField } from '../pages/form-fields.ts';
import { openSession } from '../session/complete-sign-in.ts';
import { readSecret } from '../session/cookies.ts';
import { goAndSignIn, keptNowhere } from '../session/only.ts';
import { SecondStepPage } from './second-step.page.tsx';
import { takeSecondStep, waitingForStep } from './second-step.ts';

const stepForm = z.object({ code: codeField });

export function secondStepRoutes(app: App): void {
  app.use('/sign-in/second-step', keptNowhere);
  app.get('/sign-in/second-step', (c) => showForm(c, emptyForm));
  app.post('/sign-in/second-step', takeForm);
}

async function showForm(c: AppContext, form: FormState) {
  const { t, db, actor, site } = c.var;
  const waiting = await waitingForStep(db, actor, readSecret(c, 'step') ?? '');
  if (!waiting) return goAndSignIn(c, false);
  return sendPage(c, {
    title: t('accounts.two-factor'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: <SecondStepPage t={t} site={site} form={form} />,
  });
}

async function takeForm(c: AppContext) {
  const { tools, db, actor, apart } = c.var;
  const secret = readSecret(c, 'step') ?? '';
  const waiting = await waitingForStep(db, actor, secret);
  if (!waiting) return goAndSignIn(c, false);
  const read = await readForm(c, stepForm);
  if (!read.ok) return showForm(c, read.form);
  const attempt = { network: actor.address, about: waiting.accountId };
  await limitAttempts(tools, 'second-step', attempt);
  const done = await answerForm(c, () =>
    takeSecondStep(db, actor, { secret, typed: read.value.code, apart }),
  );
  if (!done.ok) return showForm(c, done.form);
  await forgiveAttempts(tools, 'second-step', attempt);
  const { account } = done.value;
  return openSession(c, { account, method: waiting.method, back: backField.parse(waiting.back) });
}
