import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { availabilityOf } from '../run-states/availability.ts';
import { CourseResult } from '../search-courses/course-result.tsx';
import type { CourseRow } from './course-row.ts';
import { textsIn } from './texts-in.ts';

export interface CourseInListProps {
  readonly t: Translator;
  readonly site: Site;
  readonly course: CourseRow;
  readonly now: Date;
  readonly level?: 2 | 3 | undefined;
}

/** A course as lists show it: when it starts, who gives it where, how long, at what cost, what one can still do. */
export function CourseInList({ t, site, course, now, level }: CourseInListProps) {
  const { document, ratingMean, ratingCount } = course;
  const { title, language } = textsIn(course, t.lang);
  const rating =
    ratingMean !== null && ratingCount > 0 ? { mean: ratingMean, count: ratingCount } : undefined;
  const card = {
    ...course,
    title,
    language,
    level: document.level,
    certificate: document.certificate,
    costs: document.costs,
    effort: document.effort,
    rating,
    platformRating: document.rating,
    isSample: undefined,
  };
  return (
    <CourseResult
      t={t}
      result={{ card, availability: availabilityOf(course.runs, now) }}
      today={dayOf(now)}
      hrefOf={(slug) => urlFor(site, t.lang, `/courses/${encodeURIComponent(slug)}`)}
      level={level}
    />
  );
}
