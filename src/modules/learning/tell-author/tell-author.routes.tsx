import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { CourseRooms } from '../../courses/index.ts';
import { findUnit } from '../find-place/find-place.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { voiceUnreadable } from '../refusals.ts';
import { faultForm, rateUnit, ratingForm, reportFault } from './tell-author.ts';
import { settle, settleForm, toDoOf } from './to-do.ts';
import { ToDoPage } from './to-do.page.tsx';

/** What learners say of a unit, and /teach/courses/:id/to-do, where its authors read it; strangers get 404 there. */
export function tellAuthorRoutes(app: App): void {
  app.post('/learn/:slug/:unit/rating', signedInOnly, takeRating);
  app.post('/learn/:slug/:unit/fault', signedInOnly, takeFault);
  app.get('/teach/courses/:id/to-do', signedInOnly, keptNowhere, showToDo);
  app.post('/teach/courses/:id/to-do/:report', signedInOnly, takeSettled);
}

const param = (c: AppContext, name: string): string => c.req.param(name) ?? '';

const unitOf = (c: AppContext): Promise<UnitPlace> =>
  findUnit(c.var.db, c.var.actor, { slug: param(c, 'slug'), unitId: param(c, 'unit') });

const backTo = (c: AppContext, { course, unit }: UnitPlace): Response =>
  c.redirect(`${sceneOf(c).to(learnPath(course.slug, unit.id))}#tell`, 303);

async function takeRating(c: AppContext): Promise<Response> {
  const place = await unitOf(c);
  const read = await readForm(c, ratingForm);
  if (!read.ok) throw voiceUnreadable();
  await rateUnit(c.var.db, c.var.actor, place, read.value.rating);
  return backTo(c, place);
}

async function takeFault(c: AppContext): Promise<Response> {
  const place = await unitOf(c);
  const read = await readForm(c, faultForm);
  if (!read.ok) throw voiceUnreadable();
  await reportFault(c.var.db, c.var.actor, place, read.value);
  flash(c, 'good', c.var.t('learning.tell.thanks'));
  return backTo(c, place);
}

const toDoPath = (courseId: string, end = ''): string => `/teach/courses/${courseId}${end}`;

async function showToDo(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { to } = sceneOf(c);
  const todo = await toDoOf(db, actor, param(c, 'id'));
  const { course } = todo;
  const hrefOf = (end: string) => to(toDoPath(course.id, end));
  return sendPage(c, {
    title: `${t('learning.tell.title')} · ${course.title}`,
    indexed: false,
    breadcrumbs: [
      { label: t('learning.teach.courses'), href: to('/teach') },
      { label: course.title, href: hrefOf('') },
    ],
    children: (
      <ToDoPage
        t={t}
        todo={todo}
        hrefOf={hrefOf}
        rooms={<CourseRooms t={t} actor={actor} course={course} hrefOf={hrefOf} current="to-do" />}
      />
    ),
  });
}

async function takeSettled(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const courseId = param(c, 'id');
  const read = await readForm(c, settleForm);
  if (!read.ok) throw voiceUnreadable();
  await settle(db, actor, { id: param(c, 'report'), courseId, ...read.value });
  flash(c, 'good', t('learning.tell.settled'));
  return c.redirect(sceneOf(c).to(toDoPath(courseId, '/to-do')), 303);
}
