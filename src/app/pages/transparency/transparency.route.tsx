import { z } from 'zod';
import { operatorsOnly } from '../../../modules/accounts/index.ts';
import { hasRole } from '../../../platform/actor.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { langs } from '../../../platform/i18n/languages.ts';
import { TransparencyPage, WhoRunsPage } from './transparency.page.tsx';
import { sayWhoRuns, whoRuns } from './who-runs.ts';

const form = z.object({
  name: z.string().trim().max(200, 'app.transparency.error.long'),
  contact: z.string().trim().max(200, 'app.transparency.error.long'),
  pays: z.string().trim().max(2000, 'app.transparency.error.long'),
  lang: z.enum(langs),
});

/** GET /transparency; operators say on /operator/transparency who runs the site and who pays. */
export function transparencyRoutes(app: App): void {
  app.get('/transparency', async (c) => {
    const { t, site, db, actor } = c.var;
    return sendPage(c, {
      title: t('app.transparency.title'),
      description: t('app.transparency.lead'),
      width: 'narrow',
      children: (
        <TransparencyPage t={t} site={site} who={await whoRuns(db)} mayEdit={hasRole(actor, 'operator')} />
      ),
    });
  });
  app.get('/operator/transparency', operatorsOnly, (c) => sendForm(c, emptyForm));
  app.post('/operator/transparency', operatorsOnly, async (c) => {
    const { db, actor, t, site, lang } = c.var;
    const read = await readForm(c, form);
    if (!read.ok) return sendForm(c, read.form);
    await sayWhoRuns(db, actor, read.value);
    flash(c, 'good', t('app.transparency.saved'));
    return c.redirect(urlFor(site, lang, '/transparency'), 303);
  });
}

async function sendForm(c: AppContext, state: FormState): Promise<Response> {
  const { t, db } = c.var;
  return sendPage(c, {
    title: t('app.transparency.who'),
    width: 'narrow',
    indexed: false,
    status: state === emptyForm ? 200 : 422,
    children: <WhoRunsPage t={t} who={await whoRuns(db)} form={state} />,
  });
}
