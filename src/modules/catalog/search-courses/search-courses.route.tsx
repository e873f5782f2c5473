import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { listCourses } from './search-courses.queries.ts';

export function searchRoutes(app: App): void {
  app.get('/courses', async (c) => {
    const courses = await listCourses(c.var.db, 24);
    return sendPage(c, {
      title: c.var.t('ui.nav.courses'),
      nav: 'courses',
      children: (
        <ul>
          {courses.map((course) => (
            <li key={course.slug}>
              <a href={urlFor(c.var.site, c.var.lang, `/courses/${course.slug}`)}>{course.title}</a>
            </li>
          ))}
        </ul>
      ),
    });
  });
}
