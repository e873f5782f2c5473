import type { App, AppContext } from '../../../platform/http/environment.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { readDraft } from '../keep-course/read-draft.ts';
import { courseNotFound } from '../refusals.ts';
import { countDiversity } from './count-diversity.ts';
import { DiversityPage } from './diversity.page.tsx';

/** GET /teach/courses/:id/diversity: who and what appears in the draft, counted as it is read and kept nowhere. */
export function diversityRoutes(app: App): void {
  app.get('/teach/courses/:id/diversity', showDiversity);
}

async function showDiversity(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '');
  const draft = await readDraft(db, course.id);
  if (!draft) throw courseNotFound();
  return sendCoursePage(c, {
    course,
    room: 'outline',
    width: 'narrow',
    title: t('courses.diversity.title'),
    lead: t('courses.diversity.lead'),
    children: (
      <DiversityPage
        t={t}
        diversity={countDiversity(draft.content)}
        lang={course.lang}
        to={(end) => teachUrl(c, course.id, end)}
      />
    ),
  });
}
