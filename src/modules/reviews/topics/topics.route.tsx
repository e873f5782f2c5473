import type { App } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { courseNotFound } from '../refusals.ts';
import { TopicsPage } from './topics.page.tsx';
import { topicCourse, topicsOf } from './topics.queries.ts';

export function topicsRoutes(app: App): void {
  app.get('/courses/:slug/reviews/topics', async (c) => {
    const { t, db, site, lang } = c.var;
    const course = await topicCourse(db, c.req.param('slug'));
    demand(course !== undefined, courseNotFound);
    const topics = await topicsOf(db, course.id);
    const href = (path: string) => urlFor(site, lang, path);
    return sendPage(c, {
      title: `${t('reviews.topics.title')} · ${course.title}`,
      description: t('reviews.topics.lead'),
      indexed: topics.length > 0,
      nav: 'courses',
      breadcrumbs: [{ label: course.title, href: href(`/courses/${course.slug}`) }],
      children: <TopicsPage t={t} href={href} course={course} topics={topics} />,
    });
  });
}
