import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { keptNowhere, operatorsOnly } from '../../accounts/index.ts';
import { badForm } from '../refusals.ts';
import { demandForm, demandSignOffs, endDemand } from './demand-sign-offs.ts';
import { DemandsPage } from './demand-sign-offs.page.tsx';
import { demandsOfSite } from './demands.queries.ts';

const path = '/operator/sign-offs';

/** GET and POST /operator/sign-offs: what has to be signed before courses of a provider, or of the site, are published. */
export function demandSignOffsRoutes(app: App): void {
  app.get(path, operatorsOnly, keptNowhere, (c) => show(c, emptyForm));
  app.post(path, operatorsOnly, takeDemand);
  app.post(`${path}/end`, operatorsOnly, takeEnd);
}

async function show(c: AppContext, form: FormState): Promise<Response> {
  const { db, t, site, lang } = c.var;
  return sendPage(c, {
    title: t('courses.sign-offs.title'),
    width: 'narrow',
    indexed: false,
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    children: (
      <DemandsPage t={t} action={urlFor(site, lang, path)} {...await demandsOfSite(db)} form={form} />
    ),
  });
}

const back = (c: AppContext): Response => c.redirect(urlFor(c.var.site, c.var.lang, path), 303);

async function takeDemand(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const read = await readForm(c, demandForm);
  if (!read.ok) return show(c, read.form);
  await demandSignOffs(db, actor, read.value);
  flash(c, 'good', t('courses.saved'));
  return back(c);
}

const endForm = z.object({ provider: z.string().max(300) });

async function takeEnd(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const read = await readForm(c, endForm);
  if (!read.ok) throw badForm();
  await endDemand(db, actor, read.value.provider);
  flash(c, 'good', t('courses.saved'));
  return back(c);
}
