import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { keptNowhere } from '../../accounts/index.ts';
import { ownPath } from '../make-list/make-list.route.tsx';
import { listedCourses } from '../read-lists/listed-courses.ts';
import { planBehind } from '../read-lists/lists.queries.ts';
import { ownList } from '../read-lists/own-list.ts';
import { pageOfItems } from '../read-lists/page-of-items.ts';
import { listNotFound } from '../refusals.ts';
import { sceneOf } from '../show-lists/show-lists.route.tsx';
import { planOf } from './plan.ts';
import { sendPlanCalendar } from './plan-calendar.ts';
import { isPlannable, mostHours, readDates } from './plan-form.ts';
import { layOut, setCalendarLink, setDates } from './plan-learning.ts';
import { PlanPage } from './plan.page.tsx';

/** /lists/mine/:id/plan with its forms and its calendar; /lists/plans/:token/plan.ics for programs that subscribe. */
export function planRoutes(app: App): void {
  app.get('/lists/mine/:id/plan', (c) => showPlan(c, emptyForm));
  app.post('/lists/mine/:id/plan', takeDates);
  app.post('/lists/mine/:id/plan/lay-out', takeLayOut);
  app.post('/lists/mine/:id/plan/calendar', takeCalendar);
  app.get('/lists/mine/:id/plan.ics', async (c) => {
    const found = await ownList(c.var.db, c.var.actor, c.req.param('id'));
    return sendPlanCalendar(c, found, `/lists/mine/${found.list.id}/plan`);
  });
  app.get('/lists/plans/:token/plan.ics', keptNowhere, subscribedPlan);
}

async function showPlan(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const { list, items } = await ownList(db, actor, c.req.param('id') ?? '');
  const plan = planOf(await listedCourses(db, items), actor.now);
  const { place } = pageOfItems(
    plan.courses.map(({ listed }) => listed),
    c.req.query('page'),
  );
  return sendPage(c, {
    title: `${t('lists.plan.chip')} – ${list.title}`,
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    breadcrumbs: [
      { label: t('lists.mine.title'), href: urlFor(site, lang, '/lists/mine') },
      { label: list.title, href: ownPath(c, list.id) },
      { label: t('lists.plan.chip'), href: ownPath(c, list.id, '/plan') },
    ],
    children: <PlanPage scene={sceneOf(c)} list={list} plan={plan} form={form} place={place} />,
  });
}

async function takeDates(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const listId = c.req.param('id') ?? '';
  const { items } = await ownList(db, actor, listId);
  const body = await readForm(c, z.record(z.string(), z.unknown()));
  const read = readDates(
    body.ok ? body.value : {},
    items.map((item) => item.id),
  );
  if (!read.ok) return showPlan(c, read.form);
  await setDates(db, actor, { listId, dates: read.dates });
  flash(c, 'good', t('lists.plan.saved'));
  return c.redirect(ownPath(c, listId, '/plan'), 303);
}

const layOutForm = z.object({
  from: z.string().refine(isPlannable, { error: 'lists.plan.start.wrong' }),
  hours: z.coerce
    .number({ error: 'lists.plan.hours.wrong' })
    .int('lists.plan.hours.wrong')
    .min(1, 'lists.plan.hours.wrong')
    .max(mostHours, 'lists.plan.hours.wrong'),
});

async function takeLayOut(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const listId = c.req.param('id') ?? '';
  await ownList(db, actor, listId);
  const read = await readForm(c, layOutForm);
  if (!read.ok) return showPlan(c, read.form);
  await layOut(db, actor, { listId, ...read.value });
  flash(c, 'good', t('lists.plan.saved'));
  return c.redirect(ownPath(c, listId, '/plan'), 303);
}

async function takeCalendar(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const listId = c.req.param('id') ?? '';
  const read = await readForm(c, z.object({ on: z.enum(['yes', 'no']).catch('no') }));
  const on = read.ok && read.value.on === 'yes';
  await setCalendarLink(db, actor, { listId, on });
  flash(c, 'good', t(on ? 'lists.plan.subscribe.made' : 'lists.plan.subscribe.stopped'));
  return c.redirect(ownPath(c, listId, '/plan'), 303);
}

async function subscribedPlan(c: AppContext): Promise<Response> {
  const token = c.req.param('token') ?? '';
  const found = /^[\w-]{43}$/.test(token) ? await planBehind(c.var.db, token) : undefined;
  if (!found) throw listNotFound();
  return sendPlanCalendar(c, found, `/lists/mine/${found.list.id}/plan`);
}
