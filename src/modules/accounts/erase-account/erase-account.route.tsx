import type { App, AppContext } from '../../../platform/http/environment.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import type { PersonalData } from '../../../platform/module.ts';
import { Confirmation } from '../../../platform/ui/confirmation.tsx';
import { forgetSecret } from '../session/cookies.ts';
import { recentOnly } from '../session/recent.ts';
import { eraseAccount } from './erase-account.ts';

export function eraseAccountRoutes(app: App, sources: () => readonly PersonalData[]): void {
  app.get('/account/erasure', recentOnly, showErasure);
  app.post('/account/erasure', recentOnly, async (c) => {
    const { db, actor, t, site, lang } = c.var;
    await eraseAccount(db, actor, sources());
    forgetSecret(c, 'session');
    flash(c, 'good', t('accounts.erasure.done'));
    return c.redirect(urlFor(site, lang, '/'), 303);
  });
}

function showErasure(c: AppContext) {
  const { t, site } = c.var;
  return sendPage(c, {
    title: t('accounts.erasure.title'),
    width: 'narrow',
    indexed: false,
    children: (
      <Confirmation
        title={t('accounts.erasure.title')}
        lead={t('accounts.erasure.lead')}
        effects={[
          t('accounts.erasure.goes'),
          t('accounts.erasure.stays'),
          t('accounts.erasure.log'),
          t('accounts.erasure.copy'),
        ]}
        action={urlFor(site, t.lang, '/account/erasure')}
        yes={t('accounts.erasure.do')}
        danger
        no={t('accounts.back')}
        back={urlFor(site, t.lang, '/account')}
      />
    ),
  });
}
