import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { langs } from '../../../platform/i18n/languages.ts';
import { demand } from '../../../platform/refusal.ts';
import { signedInOnly } from '../../accounts/index.ts';
import { CorrectionForm } from '../correct-course/correction-form.page.tsx';
import { correctionFields } from '../correct-course/correction-form.ts';
import { correctable } from '../correct-course/correct-course.ts';
import { takeCorrection } from '../correct-course/take-correction.ts';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { changeProviderPage, deskOf } from './provider-desk.ts';
import { DeskPage } from './provider-desk.page.tsx';
import { notYourProvider } from './refusals.ts';

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
const webAddress = z
  .string()
  .trim()
  .max(500, 'catalog.sources.error.address')
  .refine(
    (text) => text === '' || /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
    'catalog.sources.error.address',
  );
const pageForm = z.object({
  url: webAddress,
  text: z.string().trim().max(2000, 'catalog.desk.error.long'),
  lang: z.enum(langs),
});

/** The desk of a provider: its courses and their figures, corrections, its own page here. */
export function deskRoutes(app: App): void {
  app.get('/providers/:slug/desk', signedInOnly, (c) => sendDesk(c, emptyForm));
  app.post('/providers/:slug/desk', signedInOnly, async (c) => {
    const { db, actor, t } = c.var;
    const read = await readForm(c, pageForm);
    if (!read.ok) return sendDesk(c, read.form);
    const slug = c.req.param('slug');
    const done = await answerForm(c, () => changeProviderPage(db, actor, { slug, ...read.value }));
    if (!done.ok) return sendDesk(c, done.form);
    flash(c, 'good', t('catalog.desk.saved'));
    return c.redirect(deskAddress(c), 303);
  });
  app.get('/providers/:slug/desk/courses/:id', signedInOnly, (c) => sendCourse(c));
  app.post('/providers/:slug/desk/courses/:id', signedInOnly, async (c) => {
    const course = await correctable(c.var.db, c.var.actor, courseId(c));
    const read = await takeCorrection(c, course);
    return read.ok ? c.redirect(deskAddress(c), 303) : sendCourse(c, read);
  });
}

const deskAddress = (c: AppContext, more = ''): string =>
  urlFor(c.var.site, c.var.lang, `/providers/${encodeURIComponent(c.req.param('slug') ?? '')}/desk${more}`);

function courseId(c: AppContext): string {
  const id = z.uuid().safeParse(c.req.param('id'));
  demand(id.success, notYourProvider);
  return id.data;
}

async function sendDesk(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t, site } = c.var;
  const page = pageNumber.parse(c.req.query('page'));
  const desk = await deskOf(db, actor, { slug: c.req.param('slug') ?? '', page });
  return sendPage(c, {
    title: t('catalog.desk.title', { name: desk.name }),
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: <DeskPage t={t} site={site} desk={desk} form={form} />,
  });
}

async function sendCourse(
  c: AppContext,
  wrong?: Extract<Awaited<ReturnType<typeof takeCorrection>>, { ok: false }>,
): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const course = await correctable(db, actor, courseId(c));
  return sendPage(c, {
    title: course.title,
    indexed: false,
    width: 'narrow',
    status: wrong ? 422 : 200,
    breadcrumbs: [{ label: t('catalog.desk.back'), href: deskAddress(c) }],
    children: (
      <>
        <Pagehead
          title={course.title}
          titleLang={course.document.languages?.[0]}
          eyebrow={t('catalog.correct.title')}
          actions={
            <LinkButton kind="quiet" href={urlFor(site, lang, `/courses/${encodeURIComponent(course.slug)}`)}>
              {t('catalog.correct.see')}
            </LinkButton>
          }
        />
        <CorrectionForm
          t={t}
          action={`/providers/${encodeURIComponent(c.req.param('slug') ?? '')}/desk/courses/${course.id}`}
          course={course}
          fields={wrong?.fields ?? correctionFields(course.document)}
          errors={wrong?.errors ?? {}}
        />
      </>
    ),
  });
}
