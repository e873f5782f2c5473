import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { authorsOnly, keptNowhere } from '../../accounts/index.ts';
import { teachUrl } from '../course-people/course-frame.tsx';
import { templates } from './course-templates.ts';
import { makeCourse } from './make-course.ts';

/** GET and POST /teach/new. */
export function makeCourseRoutes(app: App): void {
  app.get('/teach/new', authorsOnly, keptNowhere, (c) => showNew(c, emptyForm));
  app.post('/teach/new', authorsOnly, takeNew);
}

const wish = z.object({
  id: z.uuid('courses.form.bad'),
  title: z.string().trim().min(1, 'courses.new.title.missing').max(300, 'courses.form.too-long'),
  lang: z.enum(langs, 'courses.form.wrong'),
  template: z.enum(templates).catch('empty'),
});

async function takeNew(c: AppContext): Promise<Response> {
  const { db, actor, t, tools } = c.var;
  const read = await readForm(c, wish);
  if (!read.ok) return showNew(c, read.form);
  const id = await makeCourse(db, actor, read.value, tools.translators[read.value.lang]);
  flash(c, 'good', t('courses.new.made'));
  return c.redirect(teachUrl(c, id), 303);
}

function showNew(c: AppContext, { values, errors }: FormState): Response {
  const { t, site, lang, actor } = c.var;
  const wrong = (name: string) => {
    const key = errors[name];
    return key === undefined ? undefined : t(key as MessageKey);
  };
  return sendPage(c, {
    title: t('courses.new.title'),
    width: 'narrow',
    indexed: false,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    breadcrumbs: [{ label: t('courses.teach.title'), href: urlFor(site, lang, '/teach') }],
    children: (
      <form method="post" action={urlFor(site, lang, '/teach/new')} class="stack">
        <Pagehead title={t('courses.new.title')} lead={t('courses.new.lead')} />
        <ErrorSummary t={t} errors={Object.keys(errors).map((id) => ({ id, message: wrong(id) ?? '' }))} />
        <input type="hidden" name="id" value={values['id'] ?? actor.ids.next()} />
        <TextInput
          id="title"
          name="title"
          label={t('courses.new.name')}
          hint={t('courses.new.name.hint')}
          value={values['title']}
          error={wrong('title')}
          maxlength={300}
          dir="auto"
          required
        />
        <Select
          id="lang"
          name="lang"
          label={t('courses.new.lang')}
          value={values['lang'] ?? lang}
          error={wrong('lang')}
          options={langs.map((each) => ({ value: each, label: ownNames[each] }))}
        />
        <Choices
          id="template"
          name="template"
          kind="radio"
          label={t('courses.new.template')}
          chosen={[values['template'] ?? 'empty']}
          options={templates.map((value) => ({
            value,
            label: t(`courses.new.template.${value}`),
            hint: t(`courses.new.template.${value}.hint`),
          }))}
        />
        <div class="row form-end">
          <Button kind="first">{t('courses.new.make')}</Button>
          <LinkButton kind="quiet" href={urlFor(site, lang, '/teach')}>
            {t('courses.cancel')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}
