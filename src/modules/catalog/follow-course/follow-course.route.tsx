import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState } from '../../../platform/http/form.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { answerFollow, followingOf, followScene } from '../../notify/index.ts';
import { courseUrl } from '../read-courses/course-url.ts';
import { availabilityOf } from '../run-states/availability.ts';
import { courseCrumbs } from '../show-course/course-crumbs.ts';
import { courseOrMove } from '../show-course/course-or-move.ts';
import type { ShownCourse } from '../show-course/show-course.queries.ts';
import { courseTopic, courseWants } from './course-topic.ts';
import { FollowCoursePage } from './follow-course.page.tsx';

/** GET and POST /courses/:slug/follow: tell me when it opens, starts, closes, costs otherwise, comes back. */
export function followCourseRoutes(app: App): void {
  app.get('/courses/:slug/follow', (c) =>
    withCourse(c, async (course) => sendFollowPage(c, course, emptyForm)),
  );
  app.post('/courses/:slug/follow', (c) =>
    withCourse(c, async (course) => {
      const answer = await answerFollow(c, {
        topic: courseTopic(course.id),
        title: course.title,
        path: `/courses/${encodeURIComponent(course.slug)}`,
        offered: courseWants,
      });
      return answer.ok ? answer.response : sendFollowPage(c, course, answer.form);
    }),
  );
}

/** An address of before leads to the present one; a form that was posted to it is kept (308). */
async function withCourse(
  c: AppContext,
  show: (course: ShownCourse) => Promise<Response>,
): Promise<Response> {
  const { db, site, lang } = c.var;
  const answer = await courseOrMove(db, c.req.param('slug') ?? '');
  if ('found' in answer) return show(answer.found);
  return c.redirect(courseUrl(site, lang, answer.movedTo, '/follow'), c.req.method === 'GET' ? 301 : 308);
}

async function sendFollowPage(c: AppContext, course: ShownCourse, form: FormState): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const topic = courseTopic(course.id);
  const isKnown = actor.kind === 'person' && actor.id !== undefined;
  return sendPage(c, {
    title: `${t('catalog.follow.eyebrow')} · ${course.title}`,
    nav: 'courses',
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    breadcrumbs: [
      ...courseCrumbs(t, site, course),
      { label: course.title, href: courseUrl(site, lang, course.slug) },
    ],
    children: (
      <FollowCoursePage
        t={t}
        site={site}
        now={actor.now}
        course={course}
        availability={availabilityOf(course.runs, actor.now)}
        scene={followScene(c)}
        following={isKnown && actor.id ? await followingOf(db, actor.id, topic) : undefined}
        form={form}
      />
    ),
  });
}
