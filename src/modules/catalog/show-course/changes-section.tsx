import { ChangeList } from '../change-log/change-list.tsx';
import { sayChanges } from '../change-log/told-change.ts';
import { courseUrl } from '../read-courses/course-url.ts';
import type { CoursePartProps } from './course-part.ts';

/** What changed lately, the latest first, and the way to all of it. */
export function ChangesSection({ t, site, view: { course } }: CoursePartProps) {
  const changes = sayChanges(t, course.changes, course.platform.name);
  if (changes.length === 0) return null;
  return (
    <section class="section small">
      <h2>{t('catalog.changes.title')}</h2>
      <ChangeList t={t} changes={changes} />
      <p>
        <a href={courseUrl(site, t.lang, course.slug, '/changes')}>{t('catalog.changes.all')}</a>
      </p>
    </section>
  );
}
