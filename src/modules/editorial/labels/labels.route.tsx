import { z } from 'zod';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { slugFrom } from '../../../platform/http/slug.ts';
import { urlFor } from '../../../platform/http/site.ts';
import { langs } from '../../../platform/i18n/languages.ts';
import { LabelsPage } from './labels.page.tsx';
import { allLabels, deleteLabel, keepLabel } from './labels.queries.ts';

const name = z.string().trim().max(40, 'editorial.labels.error.long').default('');
const labelForm = z
  .object({
    id: z.string().max(40).default(''),
    ...Object.fromEntries(langs.map((lang) => [`name-${lang}`, name])),
  })
  .catchall(z.string())
  .refine((form) => langs.some((lang) => form[`name-${lang}`] !== ''), {
    error: 'editorial.labels.error.none',
    path: ['name-en'],
  });

export function labelsRoutes(app: App): void {
  app.get('/editor/labels', (c) => showLabels(c, emptyForm));
  app.post('/editor/labels', takeLabel);
  app.post('/editor/labels/:id/remove', removeLabel);
}

async function showLabels(c: AppContext, form: FormState) {
  const { db, t, site } = c.var;
  const labels = await allLabels(db);
  const edited = labels.find(({ id }) => id === c.req.query('label'));
  return sendPage(c, {
    title: t('editorial.labels.title'),
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: <LabelsPage t={t} site={site} labels={labels} edited={edited} form={form} />,
  });
}

async function takeLabel(c: AppContext) {
  const { db, actor, site, lang, t } = c.var;
  const read = await readForm(c, labelForm);
  if (!read.ok) return showLabels(c, read.form);
  const form = read.value;
  const names = Object.fromEntries(
    langs.flatMap((each) => (form[`name-${each}`] ? [[each, form[`name-${each}`] ?? '']] : [])),
  );
  const id = /^[a-z0-9][a-z0-9-]*$/.test(form.id) ? form.id : idOf(names);
  await keepLabel(db, { id, names, now: actor.now });
  await audit(db, actor, 'keep-label', id);
  flash(c, 'good', t('editorial.labels.saved'));
  return c.redirect(urlFor(site, lang, '/editor/labels'), 303);
}

/** Part of addresses: Latin letters only, from the name that has some. */
function idOf(names: Readonly<Record<string, string>>): string {
  const candidates = [names['en'], names['fr'], names['es'], names['pt']].map((each) =>
    slugFrom(each ?? '', '').replace(/[^a-z0-9-]+/g, ''),
  );
  return (candidates.find(Boolean) ?? `label-${Object.values(names).join('').length}`)
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}

async function removeLabel(c: AppContext) {
  const { db, actor, site, lang, t } = c.var;
  const id = c.req.param('id') ?? '';
  await deleteLabel(db, id);
  await audit(db, actor, 'remove-label', id);
  flash(c, 'good', t('editorial.labels.removed'));
  return c.redirect(urlFor(site, lang, '/editor/labels'), 303);
}
