import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, type FormState, readTexts } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { mayPublish } from '../policy.ts';
import { readRevision } from './hours-form.ts';
import { moneyValues, readMoneyPlan } from './money-form.ts';
import { MoneyForm } from './money-form.page.tsx';
import { MoneySummary } from './money-summary.tsx';
import { planMoney } from './plan-course.ts';
import { planOf } from './plan.queries.ts';
import { productionUrl, sendCoursePage } from '../course-people/course-frame.tsx';
import { sumOf } from './tasks.ts';

/** /teach/courses/:id/production/money: costs, income, break-even and who pays, for owners. */
export function moneyRoutes(app: App): void {
  app.get('/teach/courses/:id/production/money', (c) => show(c, undefined));
  app.post('/teach/courses/:id/production/money', takeMoney);
}

const courseOf = (c: AppContext) => courseAtHand(c.var.db, c.var.actor, c.req.param('id') ?? '', mayPublish);

async function show(c: AppContext, form: FormState | undefined): Promise<Response> {
  const { db, t, lang } = c.var;
  const course = await courseOf(c);
  const { hours, money, moneyRevision } = await planOf(db, course.id);
  return sendCoursePage(c, {
    course,
    room: 'money',
    title: t('courses.money.title'),
    lead: t('courses.money.lead'),
    ...(form && { status: 422 }),
    children: (
      <>
        {moneyRevision > 0 && !form && (
          <MoneySummary
            t={t}
            plan={money}
            minutes={sumOf(hours.minutes)}
            csv={productionUrl(c, course.id, '/plan.csv')}
          />
        )}
        <MoneyForm
          t={t}
          action={productionUrl(c, course.id, '/money')}
          form={form ?? { errors: {}, values: moneyValues(money, moneyRevision, lang) }}
          funders={money.funders.map(({ name }) => name)}
        />
      </>
    ),
  });
}

async function takeMoney(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseOf(c);
  const values = await readTexts(c);
  const read = readMoneyPlan(values);
  if (!read.ok) return show(c, read.form);
  const revision = readRevision(values['revision']);
  const done = await answerForm(c, () =>
    planMoney(db, actor, { courseId: course.id, plan: read.plan, revision }),
  );
  if (!done.ok) return show(c, done.form);
  flash(c, 'good', t('courses.money.saved'));
  return c.redirect(productionUrl(c, course.id, '/money'), 303);
}
