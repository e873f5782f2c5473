import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { maySeeDraft, mayManagePeople } from '../policy.ts';
import { badForm } from '../refusals.ts';
import { staffRoles } from '../tables.ts';
import { courseAtHand } from './course-at-hand.ts';
import { sendCoursePage, teachUrl } from './course-frame.tsx';
import { changeRole, inviteToCourse, leaveCourse } from './course-people.ts';
import { PeoplePage } from './people.page.tsx';
import { namedStaff } from './people.queries.ts';

/** /teach/courses/:id/people: who works on the course. */
export function peopleRoutes(app: App): void {
  app.get('/teach/courses/:id/people', (c) => show(c, emptyForm));
  app.post('/teach/courses/:id/people', takeInvitation);
  app.post('/teach/courses/:id/people/:person', takeChange);
}

async function show(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', maySeeDraft);
  const wrong = form.errors['address'];
  return sendCoursePage(c, {
    course,
    room: 'people',
    title: t('courses.people.title'),
    lead: t('courses.people.lead'),
    status: wrong === undefined ? 200 : 422,
    children: (
      <PeoplePage
        t={t}
        action={teachUrl(c, course.id, '/people')}
        people={await namedStaff(db, course.id)}
        me={actor.id}
        mayManage={mayManagePeople(course.staff, actor)}
        address={form.values['address']}
        wrong={wrong === undefined ? undefined : t(wrong as MessageKey)}
      />
    ),
  });
}

const invitation = z.object({
  address: z.string().max(300).default(''),
  role: z.enum(staffRoles).catch('author'),
});

async function takeInvitation(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const courseId = c.req.param('id') ?? '';
  const read = await readForm(c, invitation);
  if (!read.ok) throw badForm();
  const done = await answerForm(c, () => inviteToCourse(db, actor, { courseId, ...read.value }));
  if (!done.ok) return show(c, done.form);
  flash(c, 'good', t('courses.people.added'));
  return c.redirect(teachUrl(c, courseId, '/people'), 303);
}

const change = z.object({ do: z.enum(['role', 'leave']), role: z.enum(staffRoles).catch('author') });

async function takeChange(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const { id: courseId = '', person: personId = '' } = c.req.param();
  const read = await readForm(c, change);
  if (!read.ok) throw badForm();
  if (read.value.do === 'role') await changeRole(db, actor, { courseId, personId, role: read.value.role });
  else await leaveCourse(db, actor, { courseId, personId });
  flash(c, 'good', t('courses.saved'));
  const left = read.value.do === 'leave' && personId === actor.id;
  return c.redirect(left ? urlFor(site, lang, '/teach') : teachUrl(c, courseId, '/people'), 303);
}
