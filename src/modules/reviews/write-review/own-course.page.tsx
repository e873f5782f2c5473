import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import type { CourseToReview } from './write-review.queries.ts';

export interface OwnCoursePageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly course: CourseToReview;
}

/** Whoever speaks for the provider is told before they write a word, and what they can do instead. */
export function OwnCoursePage({ t, site, course }: OwnCoursePageProps) {
  return (
    <div class="stack">
      <Pagehead
        eyebrow={t('reviews.write.title')}
        title={course.title}
        titleLang={course.language ?? undefined}
      />
      <p>{t('reviews.refusal.own-course', { provider: course.ownProvider ?? '' })}</p>
      <div class="row">
        <LinkButton
          kind="first"
          href={urlFor(site, t.lang, `/courses/${encodeURIComponent(course.slug)}/reviews`)}
        >
          {t('reviews.own-course.read')}
        </LinkButton>
      </div>
    </div>
  );
}
