import type { App, AppContext } from '../../../platform/http/environment.ts';
import { type FormState, readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { Confirmation } from '../../../platform/ui/confirmation.tsx';
import { CopyField } from '../../../platform/ui/copy-field.tsx';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { mayPublish, mayTeach } from '../policy.ts';
import { changeRun, createRun, moveRun, renewCode, type RunAtHand, runAtHand } from './hold-runs.ts';
import { runsOf } from './hold-runs.queries.ts';
import { inviteGuests } from './invite-guests.ts';
import { openToAll } from './open-to-all.ts';
import { RunDeeds } from './run-deeds.tsx';
import { runForm } from './run-form.ts';
import { runFields, RunForm, RunsPage } from './runs.page.tsx';
import { sayRunDays } from './say-run.ts';

/** Offerings of a course, under /teach/courses/:id/runs. */
export function holdRunsRoutes(app: App): void {
  app.get('/teach/courses/:id/runs', showRuns);
  app.get('/teach/courses/:id/runs/new', showNew);
  app.post('/teach/courses/:id/runs/new', takeNew);
  app.get('/teach/courses/:id/runs/open-to-all', askToOpen);
  app.post('/teach/courses/:id/runs/open-to-all', takeOpen);
  app.get('/teach/courses/:id/runs/:run', showRun);
  app.post('/teach/courses/:id/runs/:run', takeRun);
  app.get('/teach/courses/:id/runs/:run/cancel', askToCancel);
  app.post('/teach/courses/:id/runs/:run/state', takeState);
  app.post('/teach/courses/:id/runs/:run/code', takeCode);
  app.post('/teach/courses/:id/runs/:run/invite', takeInvite);
}

const param = (c: AppContext, name: string): string => c.req.param(name) ?? '';

async function showRuns(c: AppContext): Promise<Response> {
  const { t, db, actor, site, lang } = c.var;
  const course = await courseAtHand(db, actor, param(c, 'id'), mayTeach);
  const runs = await runsOf(db, course.id);
  const mayHold = mayPublish(course.staff, actor);
  return sendCoursePage(c, {
    course,
    room: 'runs',
    title: t('courses.runs.title'),
    lead: t('courses.runs.lead'),
    children: (
      <RunsPage
        t={t}
        href={(end) => teachUrl(c, course.id, end)}
        runHref={(id) => urlFor(site, lang, `/teach/runs/${id}`)}
        runs={runs}
        mayHold={mayHold}
        isPublished={course.state === 'published'}
        mayOpen={runs.length > 0 && runs.every(({ access }) => access !== 'open')}
      />
    ),
  });
}

async function showNew(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const course = await courseAtHand(db, actor, param(c, 'id'), mayPublish);
  return sendNew(c, course, { errors: {}, values: { id: actor.ids.next() } });
}

function sendNew(c: AppContext, course: RunAtHand['course'], form: FormState): Response {
  const { t } = c.var;
  return sendCoursePage(c, {
    course,
    room: 'runs',
    width: 'narrow',
    title: t('courses.runs.new'),
    crumbs: [{ label: t('courses.runs.title'), href: teachUrl(c, course.id, '/runs') }],
    ...(Object.keys(form.errors).length > 0 && { status: 422 }),
    children: (
      <RunForm
        t={t}
        href={(end) => teachUrl(c, course.id, end)}
        form={form}
        action={teachUrl(c, course.id, '/runs/new')}
        back={teachUrl(c, course.id, '/runs')}
      />
    ),
  });
}

async function takeNew(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, param(c, 'id'), mayPublish);
  const read = await readForm(c, runForm);
  if (!read.ok) return sendNew(c, course, read.form);
  const id = await createRun(db, actor, { courseId: course.id, input: read.value });
  flash(c, 'good', t('courses.runs.made'));
  return c.redirect(teachUrl(c, course.id, `/runs/${id}`), 303);
}

async function showRun(c: AppContext): Promise<Response> {
  const found = await runAtHand(c.var.db, c.var.actor, param(c, 'run'));
  return sendRun(c, found, { errors: {}, values: runFields(found.run) });
}

function sendRun(c: AppContext, { course, run }: RunAtHand, form: FormState, code?: string): Response {
  const { t } = c.var;
  const here = (end = '') => teachUrl(c, course.id, `/runs/${run.id}${end}`);
  return sendCoursePage(c, {
    course,
    room: 'runs',
    width: 'narrow',
    title: run.title || sayRunDays(t, run),
    crumbs: [{ label: t('courses.runs.title'), href: teachUrl(c, course.id, '/runs') }],
    ...(Object.keys(form.errors).length > 0 && { status: 422 }),
    children: (
      <>
        {code !== undefined && (
          <section class="card stack">
            <p>{t('courses.runs.code.new')}</p>
            <CopyField t={t} id="code" label={t('courses.runs.code')} value={code} />
          </section>
        )}
        <RunDeeds t={t} run={run} here={here} />
        <RunForm
          t={t}
          href={(end) => teachUrl(c, course.id, end)}
          form={form}
          action={here()}
          back={teachUrl(c, course.id, '/runs')}
        />
      </>
    ),
  });
}

async function takeRun(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const found = await runAtHand(db, actor, param(c, 'run'));
  const read = await readForm(c, runForm);
  if (!read.ok) return sendRun(c, found, read.form);
  await changeRun(db, actor, { runId: found.run.id, input: read.value });
  flash(c, 'good', t('courses.runs.saved'));
  return c.redirect(teachUrl(c, found.course.id, `/runs/${found.run.id}`), 303);
}

async function askToCancel(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { course, run } = await runAtHand(db, actor, param(c, 'run'));
  const here = teachUrl(c, course.id, `/runs/${run.id}`);
  return sendCoursePage(c, {
    course,
    room: 'runs',
    width: 'narrow',
    title: run.title || sayRunDays(t, run),
    children: (
      <Confirmation
        title={t('courses.runs.cancel.ask')}
        effects={[t('courses.runs.cancel.nobody'), t('courses.runs.cancel.kept')]}
        action={`${here}/state`}
        yes={t('courses.runs.cancel')}
        danger
        no={t('courses.runs.back')}
        back={here}
        keep={[['to', 'cancelled']]}
      />
    ),
  });
}

async function takeState(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { to } = await c.req.parseBody();
  const state = to === 'open' || to === 'cancelled' ? to : 'closed';
  const { course, run } = await moveRun(db, actor, { runId: param(c, 'run'), to: state });
  flash(c, 'good', t(`courses.runs.now.${state}`));
  return c.redirect(teachUrl(c, course.id, `/runs/${run.id}`), 303);
}

/** The code is on this answer only: nobody can look it up afterwards. */
async function takeCode(c: AppContext): Promise<Response> {
  const { code, ...found } = await renewCode(c.var.db, c.var.actor, param(c, 'run'));
  return sendRun(c, found, { errors: {}, values: runFields(found.run) }, code);
}

async function takeInvite(c: AppContext): Promise<Response> {
  const { db, actor, t, tools } = c.var;
  const { course, run, count } = await inviteGuests(db, actor, { runId: param(c, 'run'), letters: tools });
  flash(c, 'good', t('courses.runs.invited', { n: count }));
  return c.redirect(teachUrl(c, course.id, `/runs/${run.id}`), 303);
}

async function askToOpen(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, param(c, 'id'), mayPublish);
  return sendCoursePage(c, {
    course,
    room: 'runs',
    width: 'narrow',
    title: t('courses.runs.world'),
    children: (
      <Confirmation
        title={t('courses.runs.world.ask')}
        effects={[
          t('courses.runs.world.effect'),
          t('courses.runs.world.kept'),
          t('courses.runs.world.listed'),
        ]}
        action={teachUrl(c, course.id, '/runs/open-to-all')}
        yes={t('courses.runs.world.do')}
        no={t('courses.runs.back')}
        back={teachUrl(c, course.id, '/runs')}
      />
    ),
  });
}

async function takeOpen(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await openToAll(db, actor, param(c, 'id'));
  flash(c, 'good', t('courses.runs.world.done'));
  return c.redirect(teachUrl(c, course.id, '/runs'), 303);
}
