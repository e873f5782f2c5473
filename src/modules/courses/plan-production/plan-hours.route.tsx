import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, type FormState, readTexts } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import type { CourseAtHand } from '../course-people/course-at-hand.queries.ts';
import { mayEdit } from '../policy.ts';
import { hoursValues, readHoursPlan, readRevision, readWeeks } from './hours-form.ts';
import { planHours } from './plan-course.ts';
import { PlanHoursPage } from './plan-hours.page.tsx';
import { planOf } from './plan.queries.ts';
import { productionUrl, sendCoursePage } from '../course-people/course-frame.tsx';
import { proposeMinutes } from './tasks.ts';

/** /teach/courses/:id/production/plan: how many hours each task will take. */
export function planHoursRoutes(app: App): void {
  app.get('/teach/courses/:id/production/plan', showPlan);
  app.post('/teach/courses/:id/production/plan', takePlan);
}

const courseOf = (c: AppContext) => courseAtHand(c.var.db, c.var.actor, c.req.param('id') ?? '', mayEdit);

async function showPlan(c: AppContext): Promise<Response> {
  const course = await courseOf(c);
  const { hours } = await planOf(c.var.db, course.id);
  return send(c, course, { errors: {}, values: hoursValues(hours) }, hours.revision === 0);
}

/** Saves the plan; or fills the form with a proposal, which is kept once it is saved. */
async function takePlan(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseOf(c);
  const values = await readTexts(c);
  if (values['do'] === 'propose') {
    const weeks = readWeeks(values['weeks']);
    if (weeks === undefined)
      return send(c, course, { values, errors: { weeks: 'courses.plan.error.weeks' } });
    const proposed = { weeks, minutes: proposeMinutes(weeks), revision: readRevision(values['revision']) };
    return send(c, course, { errors: {}, values: hoursValues(proposed) }, true);
  }
  const read = readHoursPlan(values);
  if (!read.ok) return send(c, course, read.form);
  const done = await answerForm(c, () => planHours(db, actor, { courseId: course.id, plan: read.plan }));
  if (!done.ok) return send(c, course, done.form);
  flash(c, 'good', t('courses.plan.saved'));
  return c.redirect(productionUrl(c, course.id, '/plan'), 303);
}

function send(c: AppContext, course: CourseAtHand, form: FormState, isProposal = false): Response {
  const { t } = c.var;
  return sendCoursePage(c, {
    course,
    room: 'plan',
    title: t('courses.plan.title'),
    lead: t('courses.plan.lead'),
    ...(Object.keys(form.errors).length > 0 && { status: 422 }),
    children: (
      <PlanHoursPage
        t={t}
        action={productionUrl(c, course.id, '/plan')}
        form={form}
        isProposal={isProposal}
      />
    ),
  });
}
