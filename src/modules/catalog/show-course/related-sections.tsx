import { CourseList } from '../search-courses/course-list.tsx';
import type { CoursePartProps } from './course-part.ts';

/** Close courses, in the same language and in others. */
export function RelatedSections({ t, site, view: { related, now } }: CoursePartProps) {
  const sections = [
    { title: t('catalog.course.related'), courses: related.sameLanguage },
    { title: t('catalog.course.related-other'), courses: related.otherLanguages },
  ];
  return (
    <>
      {sections
        .filter((section) => section.courses.length > 0)
        .map((section) => (
          <section key={section.title} class="section">
            <h2>{section.title}</h2>
            <CourseList t={t} site={site} results={section.courses} now={now} />
          </section>
        ))}
    </>
  );
}
