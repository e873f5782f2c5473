import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { CourseHead } from './course-head.tsx';
import { CoursePage } from './course-page.tsx';
import { courseCrumbs } from './course-crumbs.ts';
import type { SurroundCourse } from './course-surroundings.ts';
import { showCourse } from './show-course.ts';

/** Path without language of a course of this slug that the catalogue does not list; undefined when there is none. */
export type UnlistedCourse = (c: AppContext, slug: string) => Promise<string | undefined>;

const alone: SurroundCourse = () => Promise.resolve({});

/** GET /courses/:slug; an address that the course had before leads to the present one. */
export function showCourseRoutes(
  app: App,
  surround: SurroundCourse = alone,
  unlisted?: UnlistedCourse,
): void {
  app.get('/courses/:slug', async (c) => {
    const { db, apart, actor, site, lang, t } = c.var;
    const slug = c.req.param('slug');
    const answer = await showCourse(db, slug, { now: actor.now, keep: apart }).catch(
      async (error: unknown) => {
        const path = error instanceof Refusal && error.status === 404 ? await unlisted?.(c, slug) : undefined;
        if (path === undefined) throw error;
        return { elsewhere: path };
      },
    );
    if ('elsewhere' in answer) return c.redirect(urlFor(site, lang, answer.elsewhere), 302);
    if ('movedTo' in answer)
      return c.redirect(urlFor(site, lang, `/courses/${encodeURIComponent(answer.movedTo)}`), 301);
    const view = answer.found;
    const around = await surround(c, view);
    return sendPage(c, {
      title: view.course.title,
      description: view.course.document.summary ?? view.course.document.description?.slice(0, 200),
      nav: 'courses',
      breadcrumbs: courseCrumbs(t, site, view.course),
      head: <CourseHead t={t} site={site} view={view} more={around.jsonLd} />,
      children: <CoursePage t={t} site={site} view={view} around={around} />,
    });
  });
}
