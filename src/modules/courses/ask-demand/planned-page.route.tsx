import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { productionUrl, sendCoursePage } from '../course-people/course-frame.tsx';
import { mayEdit, mayPublish } from '../policy.ts';
import { describePlanned } from './describe-planned.ts';
import { plannedForm, plannedValues } from './planned-form.ts';
import { PlannedForm } from './planned-form.page.tsx';
import { plannedOf } from './planned.queries.ts';
import { plannedPath } from './planned-topic.ts';

/** /teach/courses/:id/production/page: what everybody reads of the course before it is made. */
export function plannedPageRoutes(app: App): void {
  app.get('/teach/courses/:id/production/page', (c) => show(c, emptyForm));
  app.post('/teach/courses/:id/production/page', takePage);
}

async function show(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayEdit);
  const planned = await plannedOf(db, course.id);
  const isShown = planned !== undefined && planned.state !== 'hidden';
  return sendCoursePage(c, {
    course,
    room: 'planned',
    width: 'narrow',
    title: t('courses.to-come.form.title'),
    lead: t('courses.to-come.form.lead'),
    ...(form !== emptyForm && { status: 422 }),
    children: (
      <PlannedForm
        t={t}
        action={productionUrl(c, course.id, '/page')}
        form={form === emptyForm ? { errors: {}, values: plannedValues(planned) } : form}
        page={isShown ? urlFor(site, lang, plannedPath(course.slug)) : undefined}
        mayChange={mayPublish(course.staff, actor)}
        wasTold={planned?.toldAt != null}
      />
    ),
  });
}

async function takePage(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const courseId = c.req.param('id') ?? '';
  await courseAtHand(db, actor, courseId, mayPublish);
  const read = await readForm(c, plannedForm);
  if (!read.ok) return show(c, read.form);
  const done = await answerForm(c, () => describePlanned(db, actor, { courseId, planned: read.value }));
  if (!done.ok) return show(c, done.form);
  flash(c, 'good', t(`courses.to-come.now.${read.value.state}`));
  return c.redirect(productionUrl(c, courseId, '/page'), 303);
}
