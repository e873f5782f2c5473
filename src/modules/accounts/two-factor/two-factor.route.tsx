import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { personId } from '../account/account.route.tsx';
import { accountFacts } from '../account/accounts.queries.ts';
import { lettersOf } from '../letters/letters-of.ts';
import { limitAttempts } from '../limits/limit-attempts.ts';
import { codeField } from '../pages/form-fields.ts';
import { recentOnly } from '../session/recent.ts';
import { totpAddress } from './totp.ts';
import { beginTwoFactor, confirmTwoFactor, renewRecoveryCodes, turnOffTwoFactor } from './two-factor.ts';
import { twoFactorOf } from './two-factor.queries.ts';
import { RecoveryCodesPage } from './recovery-codes.page.tsx';
import { SetUpPage, TwoFactorPage } from './two-factor.page.tsx';

const confirmForm = z.object({ code: codeField });

export function twoFactorRoutes(app: App): void {
  app.get('/account/two-factor', recentOnly, (c) => showTwoFactor(c, emptyForm));
  app.post('/account/two-factor/begin', recentOnly, async (c) => {
    await beginTwoFactor(c.var.db, c.var.actor);
    return toTwoFactor(c);
  });
  app.post('/account/two-factor/confirm', recentOnly, takeConfirm);
  app.post('/account/two-factor/recovery-codes', recentOnly, async (c) =>
    showCodes(c, await renewRecoveryCodes(c.var.db, c.var.actor)),
  );
  app.post('/account/two-factor/off', recentOnly, async (c) => {
    await turnOffTwoFactor(c.var.db, c.var.actor, lettersOf(c));
    flash(c, 'good', c.var.t('accounts.two-factor.turned-off'));
    return toTwoFactor(c);
  });
}

const toTwoFactor = (c: AppContext) => c.redirect(urlFor(c.var.site, c.var.lang, '/account/two-factor'), 303);

async function showTwoFactor(c: AppContext, form: FormState) {
  const { t, db, site } = c.var;
  const id = personId(c);
  const [state, facts] = [await twoFactorOf(db, id), await accountFacts(db, id)];
  const offered = state && !state.confirmedAt && facts ? state : undefined;
  const address = offered && totpAddress(offered.secret, facts?.address ?? '', site.name);
  return sendPage(c, {
    title: t('accounts.two-factor'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children:
      offered && address ? (
        <SetUpPage t={t} site={site} form={form} secret={offered.secret} address={address} />
      ) : (
        <TwoFactorPage t={t} site={site} since={state?.confirmedAt ?? undefined} />
      ),
  });
}

async function takeConfirm(c: AppContext) {
  const { tools, actor, db } = c.var;
  const read = await readForm(c, confirmForm);
  if (!read.ok) return showTwoFactor(c, read.form);
  await limitAttempts(tools, 'second-step', { network: actor.address, about: personId(c) });
  const done = await answerForm(c, () =>
    confirmTwoFactor(db, actor, { code: read.value.code, letters: lettersOf(c) }),
  );
  return done.ok ? showCodes(c, done.value) : showTwoFactor(c, done.form);
}

/** The answer itself, not a page to come back to: these codes are shown once. */
function showCodes(c: AppContext, codes: readonly string[]) {
  const { t, site } = c.var;
  return sendPage(c, {
    title: t('accounts.recovery'),
    width: 'narrow',
    indexed: false,
    children: <RecoveryCodesPage t={t} site={site} codes={codes} />,
  });
}
