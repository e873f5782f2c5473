import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { CourseLine } from '../../../platform/ui/course-line.tsx';
import { sayCosts } from '../course-words/say-costs.ts';
import { sayEffort } from '../course-words/say-effort.ts';
import type { RelatedCourse } from '../related-courses/related-courses.ts';
import { sayState } from '../run-states/say-state.ts';
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
  readonly courses: readonly RelatedCourse[];
  readonly now: Date;
  /** Language that goes without saying. */
  readonly pageLang: string | null;
}

/** Course lines as in the catalogue. */
export function RelatedList({ t, site, courses, now, pageLang }: RelatedListProps) {
  const today = dayOf(now);
  return (
    <div class="list">
      {courses.map((course) => {
        const { text, tone, block } = sayState(t, course.availability, today);
        const { effort, costs, certificate } = course.document;
        const language =
          course.language && course.language !== pageLang ? t.languageName(course.language) : undefined;
        const facts = [course.platform, language, sayEffort(t, effort), sayCosts(t, costs, certificate)];
        return (
          <CourseLine
            key={course.slug}
            t={t}
            date={block}
            title={course.title}
            titleLang={course.language ?? undefined}
            href={urlFor(site, t.lang, `/courses/${encodeURIComponent(course.slug)}`)}
            facts={facts.filter((fact) => fact !== undefined)}
            sentence={{ text, tone }}
          />
        );
      })}
    </div>
  );
}
