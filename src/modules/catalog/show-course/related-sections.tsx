import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { CourseResult } from '../search-courses/course-result.tsx';
import type { SearchResult } from '../search-courses/search-courses.ts';
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
            <RelatedList t={t} site={site} courses={section.courses} now={now} />
          </section>
        ))}
    </>
  );
}

interface RelatedListProps {
  readonly t: Translator;
  readonly site: Site;
  readonly courses: readonly SearchResult[];
  readonly now: Date;
}

/** Course lines as in the catalogue. */
export function RelatedList({ t, site, courses, now }: RelatedListProps) {
  return (
    <div class="list">
      {courses.map((result) => (
        <CourseResult
          key={result.card.slug}
          t={t}
          result={result}
          today={dayOf(now)}
          hrefOf={(slug) => urlFor(site, t.lang, `/courses/${encodeURIComponent(slug)}`)}
          level={3}
        />
      ))}
    </div>
  );
}
