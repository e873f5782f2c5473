import type { App, AppContext } from '../../../platform/http/environment.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { Confirmation } from '../../../platform/ui/confirmation.tsx';
import { signedInOnly } from '../../accounts/index.ts';
import { findCourse } from '../find-place/find-place.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import { leaveCourse } from './leave-course.ts';

/** GET and POST /learn/:slug/-/leave */
export function leaveCourseRoutes(app: App): void {
  app.get('/learn/:slug/-/leave', signedInOnly, askToLeave);
  app.post('/learn/:slug/-/leave', signedInOnly, takeLeave);
}

async function askToLeave(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { course } = await findCourse(db, actor, c.req.param('slug') ?? '');
  const { to } = sceneOf(c);
  return sendPage(c, {
    title: t('learning.leave'),
    width: 'narrow',
    indexed: false,
    children: (
      <Confirmation
        title={t('learning.leave.ask', { title: course.title })}
        effects={[t('learning.leave.list'), t('learning.leave.kept'), t('learning.leave.attestation')]}
        action={to(learnPath(course.slug, '-', 'leave'))}
        yes={t('learning.leave')}
        no={t('learning.leave.stay')}
        back={to(learnPath(course.slug))}
      />
    ),
  });
}

async function takeLeave(c: AppContext): Promise<Response> {
  const { db, actor, t, tools } = c.var;
  const place = await findCourse(db, actor, c.req.param('slug') ?? '');
  await leaveCourse(db, actor, place, tools);
  flash(c, 'good', t('learning.left-course', { title: place.course.title }));
  return c.redirect(sceneOf(c).to('/learn'), 303);
}
