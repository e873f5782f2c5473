import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { signedInOnly } from '../../accounts/index.ts';
import { sendCourseHome } from '../course-home/course-home.route.tsx';
import { findCourse } from '../find-place/find-place.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import { runNotFound } from '../refusals.ts';
import { joinRun } from './join-run.ts';

const form = z.object({
  run: z.uuid(),
  charter: z.literal('yes').optional().catch(undefined),
  code: z.string().max(100).optional(),
});

/** POST /learn/:slug/-/join */
export function joinRunRoutes(app: App): void {
  app.post('/learn/:slug/-/join', signedInOnly, takeJoin);
}

async function takeJoin(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const slug = c.req.param('slug') ?? '';
  const read = await readForm(c, form);
  if (!read.ok) throw runNotFound();
  try {
    const { course, enrolment } = await joinRun(db, actor, {
      slug,
      runId: read.value.run,
      agrees: read.value.charter === 'yes',
      code: read.value.code,
    });
    const isWaiting = enrolment?.state === 'waiting';
    flash(c, 'good', t(isWaiting ? 'learning.join.waits' : 'learning.joined', { title: course.title }));
    return c.redirect(sceneOf(c).to(learnPath(course.slug)), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.field !== 'charter' && error.field !== 'code')) throw error;
    const message = t(error.messageKey as MessageKey);
    const problem = { runId: read.value.run, field: error.field, message } as const;
    return sendCourseHome(c, await findCourse(db, actor, slug), problem);
  }
}
