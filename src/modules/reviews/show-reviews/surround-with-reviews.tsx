import type { CourseSurroundings, SurroundCourse } from '../../catalog/index.ts';
import { courseOverview } from './course-figures.queries.ts';
import { CourseReviewsSection, RatingLine } from './course-section.tsx';
import { reviewsJsonLd } from './reviews-json-ld.ts';

const mostShown = 3;

/** What reviews put on the page of their course, for one statement. */
export const surroundWithReviews: SurroundCourse = async (c, { course }): Promise<CourseSurroundings> => {
  const { db, actor, t, site } = c.var;
  const overview = await courseOverview(db, course.id, actor.id, mostShown);
  const { minHoursPerWeek, maxHoursPerWeek } = course.document.effort ?? {};
  const announced = { minHoursAWeek: minHoursPerWeek ?? null, maxHoursAWeek: maxHoursPerWeek ?? null };
  return {
    beside: <RatingLine t={t} overview={overview} />,
    reviews: (
      <CourseReviewsSection
        t={t}
        site={site}
        slug={course.slug}
        signedIn={actor.kind === 'person'}
        overview={overview}
        announced={announced}
      />
    ),
    jsonLd: reviewsJsonLd(overview),
  };
};
