import type { Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { CardLine } from '../course-words/card-line.tsx';
import type { SearchResult } from '../search-courses/search-courses.ts';
import type { CoursePartProps } from './course-part.ts';

/** Close courses, in the same language and in others. */
export function RelatedSections({ t, site, view: { related, course, now } }: CoursePartProps) {
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
            <RelatedList t={t} site={site} courses={section.courses} now={now} pageLang={course.language} />
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
  /** Language that goes without saying. */
  readonly pageLang: string | null;
}

/** Course lines as in the catalogue. */
export function RelatedList({ t, site, courses, now, pageLang }: RelatedListProps) {
  return (
    <div class="list">
      {courses.map(({ card, availability }) => (
        <CardLine
          key={card.slug}
          t={t}
          site={site}
          card={card}
          availability={availability}
          today={dayOf(now)}
          listLanguage={pageLang?.split('-')[0]}
        />
      ))}
    </div>
  );
}
