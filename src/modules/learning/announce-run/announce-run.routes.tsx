import type { App, AppContext } from '../../../platform/http/environment.ts';
import { type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { Button } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { keptNowhere } from '../../accounts/index.ts';
import { sceneOf } from '../find-place/learn-scene.ts';
import { type RunToTeach, runToTeach } from '../teach-run/run-to-teach.ts';
import { runUrl, sendTeachPage } from '../teach-run/teach-frame.tsx';
import { announceInRun, announcementForm, type AnnouncementInput } from './announce-run.ts';
import { announcementsOf, countSegment, endLetters } from './announcements.queries.ts';
import { Announcements, LookBefore } from './announcements.page.tsx';

/** GET and POST /teach/runs/:run/announcements; the page that ends letters of a run, which these lead to. */
export function announceRunRoutes(app: App): void {
  app.get('/teach/runs/:run/announcements', show);
  app.post('/teach/runs/:run/announcements', take);
  app.get('/learn/-/stop-letters', keptNowhere, askToStop);
  app.post('/learn/-/stop-letters', keptNowhere, takeStop);
}

async function show(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const found = await runToTeach(db, actor, c.req.param('run') ?? '');
  return sendForm(c, found, { errors: {}, values: { id: actor.ids.next(), letter: 'yes' } });
}

async function sendForm(c: AppContext, found: RunToTeach, form: FormState): Promise<Response> {
  const { t, db } = c.var;
  return sendTeachPage(c, found, {
    room: 'announcements',
    width: 'narrow',
    title: t('learning.teach.room.announcements'),
    ...(Object.keys(form.errors).length > 0 && { status: 422 }),
    children: (
      <Announcements
        t={t}
        lang={found.course.lang}
        form={form}
        announcements={await announcementsOf(db, found.run.id)}
        action={runUrl(c, found.run.id, '/announcements')}
      />
    ),
  });
}

async function take(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const found = await runToTeach(db, actor, c.req.param('run') ?? '');
  const read = await readForm(c, announcementForm);
  if (!read.ok) return sendForm(c, found, read.form);
  const { sure, again } = await c.req.parseBody();
  if (again === 'yes')
    return sendForm(c, found, { errors: {}, values: { ...read.value, letter: read.value.letter ?? '' } });
  if (sure !== 'yes') return sendLook(c, found, read.value);
  await announceInRun(db, actor, { runId: found.run.id, input: read.value });
  flash(c, 'good', t('learning.announce.sent'));
  return c.redirect(runUrl(c, found.run.id, '/announcements'), 303);
}

async function sendLook(c: AppContext, found: RunToTeach, input: AnnouncementInput): Promise<Response> {
  const { t, db, actor } = c.var;
  const here = runUrl(c, found.run.id, '/announcements');
  return sendTeachPage(c, found, {
    room: 'announcements',
    width: 'narrow',
    title: t('learning.announce.look'),
    children: (
      <LookBefore
        t={t}
        lang={found.course.lang}
        input={input}
        count={await countSegment(db, found.run.id, input.segment, actor.now)}
        action={here}
        back={here}
      />
    ),
  });
}

const tokenOf = (c: AppContext): string => (c.req.query('token') ?? '').slice(0, 100);

/** Opening a link ends nothing, since mail programs open links by themselves; its button does. */
function askToStop(c: AppContext): Response {
  const { t } = c.var;
  return sendPage(c, {
    title: t('learning.announce.stop'),
    width: 'narrow',
    indexed: false,
    children: (
      <form method="post" action={sceneOf(c).to('/learn/-/stop-letters', { token: tokenOf(c), page: 'yes' })}>
        <Pagehead title={t('learning.announce.stop')} lead={t('learning.announce.stop.text')} />
        <Button kind="first">{t('learning.announce.stop.yes')}</Button>
      </form>
    ),
  });
}

/** The button of the page, or that of a mail program (RFC 8058), which comes from outside and must not be sent elsewhere. */
async function takeStop(c: AppContext): Promise<Response> {
  const { t, db } = c.var;
  await endLetters(db, tokenOf(c));
  if (c.req.query('page') !== 'yes') return c.text(`${t('learning.announce.stopped')}\n`);
  flash(c, 'good', t('learning.announce.stopped'));
  return c.redirect(sceneOf(c).to('/'), 303);
}
