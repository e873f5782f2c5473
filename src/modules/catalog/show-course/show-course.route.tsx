import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { courseNotFound } from '../refusals.ts';
import { courseBySlug } from './show-course.queries.ts';

export function showCourseRoutes(app: App): void {
  app.get('/courses/:slug', async (c) => {
    const course = await courseBySlug(c.var.db, c.req.param('slug'));
    if (!course) throw courseNotFound();
    return sendPage(c, {
      title: course.title,
      nav: 'courses',
      children: (
        <>
          <Pagehead title={course.title} lead={course.document.summary} />
          <p>{course.document.description}</p>
        </>
      ),
    });
  });
}
