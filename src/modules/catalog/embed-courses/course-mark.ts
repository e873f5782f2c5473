import type { Translator } from '../../../platform/i18n/translator.ts';
import type { CourseRow } from '../read-courses/course-row.ts';

export interface CourseMark {
  /** 1 to 5, to a tenth, as the language writes it. */
  readonly value: string;
  /** "128 reviews", or on which platform it was given. */
  readonly basis: string;
}

/** What others think of a course: reviews of this site; else the platform's own mark, told as such; else nothing. */
export function courseMark(t: Translator, course: CourseRow): CourseMark | undefined {
  const { ratingMean, ratingCount, platform } = course;
  if (ratingMean !== null && ratingCount > 0)
    return { value: tenth(t, ratingMean), basis: t('catalog.embed.reviews', { n: ratingCount }) };
  const { rating } = course.document;
  return (
    rating && {
      value: tenth(t, rating.mean),
      basis: t('catalog.embed.on-platform', { n: rating.count, platform: platform.name }),
    }
  );
}

const tenth = (t: Translator, value: number): string => t.number(Math.round(value * 10) / 10, { digits: 1 });
