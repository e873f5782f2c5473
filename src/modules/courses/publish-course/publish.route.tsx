import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { readDraft } from '../keep-course/read-draft.ts';
import { mayPublish } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import { reviewStanding } from '../review-content/review-content.queries.ts';
import { publishReviewed } from '../review-content/publish-reviewed.ts';
import { draftFaults } from './draft-faults.ts';
import { PublishPage } from './publish.page.tsx';
import { versionFacts } from './versions.queries.ts';

/** GET and POST /teach/courses/:id/publish. */
export function publishRoutes(app: App): void {
  app.get('/teach/courses/:id/publish', showPublish);
  app.post('/teach/courses/:id/publish', takePublish);
}

async function showPublish(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '');
  const draft = await readDraft(db, course.id);
  if (!draft) throw courseNotFound();
  const [latest] = await versionFacts(db, course.id, 1);
  return sendCoursePage(c, {
    course,
    room: 'outline',
    width: 'narrow',
    title: t('courses.publish.title'),
    lead: t(latest ? 'courses.publish.lead.again' : 'courses.publish.lead.first'),
    children: (
      <PublishPage
        t={t}
        to={(end) => teachUrl(c, course.id, end)}
        course={course}
        latest={latest}
        faults={draftFaults(draft.content)}
        mayPublish={mayPublish(course.staff, actor)}
        review={await reviewStanding(db, course.id)}
      />
    ),
  });
}

const publishForm = z.object({ changes: z.string().trim().max(2000).default('') });

async function takePublish(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const courseId = c.req.param('id') ?? '';
  const read = await readForm(c, publishForm);
  const changes = read.ok ? read.value.changes : (read.form.values['changes'] ?? '').slice(0, 2000);
  const { number } = await publishReviewed(db, actor, { courseId, changes });
  flash(c, 'good', t('courses.publish.done', { n: String(number) }));
  return c.redirect(teachUrl(c, courseId, '/versions'), 303);
}
