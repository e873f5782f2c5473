import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { askForName, ownValidAttestation } from './correct-name.ts';
import { CorrectNamePage } from './correct-name.page.tsx';
import { nameForm } from './name-form.ts';

/** GET and POST /account/attestations/:number/name: asking for another name. */
export function correctNameRoutes(app: App): void {
  app.get('/account/attestations/:number/name', signedInOnly, keptNowhere, (c) => showForm(c, emptyForm));
  app.post('/account/attestations/:number/name', signedInOnly, takeForm);
}

async function showForm(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t, site } = c.var;
  const attestation = await ownValidAttestation(db, actor, c.req.param('number') ?? '');
  return sendPage(c, {
    title: t('credentials.correct.title'),
    width: 'narrow',
    indexed: false,
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    children: <CorrectNamePage t={t} site={site} attestation={attestation} form={form} />,
  });
}

async function takeForm(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const number = c.req.param('number') ?? '';
  const read = await readForm(c, nameForm);
  if (!read.ok) return showForm(c, read.form);
  const asked = await answerForm(c, () => askForName(db, actor, { number, ...read.value }));
  if (!asked.ok) return showForm(c, asked.form);
  flash(c, 'good', t('credentials.correct.done'));
  return c.redirect(urlFor(site, lang, '/account/attestations'), 303);
}
