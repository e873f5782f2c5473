import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { networkOf, RateLimit } from '../../../platform/http/rate-limit.ts';
import { urlFor } from '../../../platform/http/site.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { errorOf, FormErrors } from '../make-list/details-fields.tsx';
import { reportedEnough } from '../refusals.ts';
import { listShown } from '../show-lists/list-shown.ts';
import { reportList } from './report-list.ts';

export const reasons = ['advertising', 'offensive', 'misleading', 'personal', 'other'] as const;

const reportForm = z.object({
  id: z.uuid().catch(''),
  reason: z.enum(reasons, { error: 'lists.report.reason.missing' }),
  words: z
    .string()
    .trim()
    .max(1000, 'lists.report.words.too-long')
    .default('')
    .transform((text) => (text === '' ? null : text)),
});

const allowance = { name: 'reports', quota: 10, seconds: 3600 };

/** GET and POST /lists/:slug/report, open to everybody; so many an hour from one network. */
export function reportListRoutes(app: App): void {
  const limit = new RateLimit();
  app.get('/lists/:slug/report', (c) => showReport(c, emptyForm));
  app.post('/lists/:slug/report', (c) => takeReport(c, limit));
}

async function showReport(c: AppContext, form: FormState): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const { list } = await listShown(db, c.req.param('slug') ?? '');
  const path = `/lists/${encodeURIComponent(list.slug ?? '')}`;
  return sendPage(c, {
    title: t('lists.report'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <form method="post" action={urlFor(site, lang, `${path}/report`)} class="stack">
        <Pagehead title={t('lists.report')} lead={t('lists.report.lead', { title: list.title })} />
        <FormErrors t={t} form={form} />
        <input type="hidden" name="id" value={form.values['id'] ?? actor.ids.next()} />
        <Choices
          id="reason"
          name="reason"
          kind="radio"
          label={t('lists.report.reason')}
          options={reasons.map((each) => ({ value: each, label: t(`lists.report.reason.${each}`) }))}
          chosen={[form.values['reason'] ?? '']}
          error={errorOf(t, form, 'reason')}
        />
        <TextInput
          t={t}
          id="words"
          name="words"
          label={t('lists.report.words')}
          value={form.values['words']}
          error={errorOf(t, form, 'words')}
          rows={3}
          maxlength={1000}
          dir="auto"
          optional
        />
        <div class="row form-end">
          <Button kind="first">{t('lists.report.do')}</Button>
          <LinkButton kind="quiet" href={urlFor(site, lang, path)}>
            {t('lists.back')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}

async function takeReport(c: AppContext, limit: RateLimit): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const slug = c.req.param('slug') ?? '';
  const read = await readForm(c, reportForm);
  if (!read.ok) return showReport(c, read.form);
  const taken = limit.take(networkOf(actor.address), allowance, 1, actor.now);
  if (!taken.allowed) throw reportedEnough(taken.resetsIn);
  await reportList(db, actor, { slug, ...read.value });
  flash(c, 'good', t('lists.report.done'));
  return c.redirect(urlFor(site, lang, `/lists/${encodeURIComponent(slug)}`), 303);
}
