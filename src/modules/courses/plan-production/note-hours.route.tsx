import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { dayOf } from '../../../platform/time/clock.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { mayEdit, mayPublish, maySeeDraft } from '../policy.ts';
import { EntryPage } from './entry.page.tsx';
import { entryForm, entryValues } from './entry-form.ts';
import { HoursPage } from './hours.page.tsx';
import { correctEntry, noteHours, ownEntry, removeEntry } from './note-hours.ts';
import { entriesOf, notedBy } from './note-hours.queries.ts';
import { planOf } from './plan.queries.ts';
import { productionUrl, sendCoursePage } from '../course-people/course-frame.tsx';

/** How many learners came to a course, and how many finished it: what a module above knows. */
export type LearnerCounts = (
  db: AppContext['var']['db'],
  courseId: string,
) => Promise<{ readonly learners: number; readonly finished: number }>;

const perPage = 40;
const param = (c: AppContext, name: string): string => c.req.param(name) ?? '';

/** /teach/courses/:id/production/hours: time that people give to the course, against its plan. */
export function noteHoursRoutes(app: App, countLearners: LearnerCounts): void {
  const show = (c: AppContext, form: FormState) => showHours(c, form, countLearners);
  app.get('/teach/courses/:id/production/hours', (c) => show(c, emptyForm));
  app.post('/teach/courses/:id/production/hours', async (c) => {
    const { db, actor, t } = c.var;
    const courseId = param(c, 'id');
    await courseAtHand(db, actor, courseId, maySeeDraft);
    const read = await readForm(c, entryForm(dayOf(actor.now)));
    if (!read.ok) return show(c, read.form);
    await noteHours(db, actor, { courseId, entry: read.value });
    flash(c, 'good', t('courses.hours.noted'));
    return c.redirect(productionUrl(c, courseId, '/hours'), 303);
  });
  app.get('/teach/courses/:id/production/hours/:entry', (c) => showEntry(c, emptyForm));
  app.post('/teach/courses/:id/production/hours/:entry', takeEntry);
  app.post('/teach/courses/:id/production/hours/:entry/remove', takeRemoval);
}

async function showHours(c: AppContext, form: FormState, countLearners: LearnerCounts): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, param(c, 'id'), maySeeDraft);
  const isOwner = mayPublish(course.staff, actor);
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
  const whose = isOwner ? undefined : (actor.id ?? '');
  const entries = await entriesOf(db, {
    courseId: course.id,
    personId: whose,
    limit: perPage + 1,
    offset: (page - 1) * perPage,
  });
  const url = (end = '') => productionUrl(c, course.id, `/hours${end}`);
  return sendCoursePage(c, {
    course,
    room: 'hours',
    title: t('courses.hours.title'),
    lead: t('courses.hours.lead'),
    ...(form !== emptyForm && { status: 422 }),
    children: (
      <HoursPage
        t={t}
        url={url}
        csv={productionUrl(c, course.id, '/hours.csv')}
        form={form}
        id={form.values['id'] ?? actor.ids.next()}
        today={dayOf(actor.now)}
        me={actor.id}
        isOwner={isOwner}
        seesPlan={mayEdit(course.staff, actor)}
        plan={await planOf(db, course.id)}
        noted={await notedBy(db, course.id)}
        learners={isOwner ? await countLearners(db, course.id) : undefined}
        entries={entries.slice(0, perPage)}
        page={page}
        hasMore={entries.length > perPage}
        removed={c.req.query('removed')}
      />
    ),
  });
}

async function showEntry(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t } = c.var;
  const entry = await ownEntry(db, actor, param(c, 'id'), param(c, 'entry'));
  const course = await courseAtHand(db, actor, entry.courseId, maySeeDraft);
  return sendCoursePage(c, {
    course,
    room: 'hours',
    width: 'narrow',
    title: t('courses.hours.correct'),
    ...(form !== emptyForm && { status: 422 }),
    children: (
      <EntryPage
        t={t}
        action={productionUrl(c, course.id, `/hours/${entry.id}`)}
        back={productionUrl(c, course.id, '/hours')}
        form={form === emptyForm ? { errors: {}, values: entryValues(entry) } : form}
        today={dayOf(actor.now)}
        isRemoved={entry.isRemoved}
      />
    ),
  });
}

async function takeEntry(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const [courseId, id] = [param(c, 'id'), param(c, 'entry')];
  await ownEntry(db, actor, courseId, id);
  const read = await readForm(c, entryForm(dayOf(actor.now)));
  if (!read.ok) return showEntry(c, read.form);
  await correctEntry(db, actor, { courseId, id, entry: read.value });
  flash(c, 'good', t('courses.hours.corrected'));
  return c.redirect(productionUrl(c, courseId, '/hours'), 303);
}

/** Takes an entry out; the page that follows offers to put it back. */
async function takeRemoval(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const [courseId, id] = [param(c, 'id'), param(c, 'entry')];
  const back = (await c.req.parseBody())['do'] === 'back';
  await removeEntry(db, actor, { courseId, id, back });
  if (back) flash(c, 'good', t('courses.hours.back'));
  return c.redirect(productionUrl(c, courseId, '/hours') + (back ? '' : `?removed=${id}`), 303);
}
