import type { CourseOverview } from './course-figures.queries.ts';
import { ratingsOf } from './course-summary.tsx';
import type { ShownReview } from './shown-review.queries.ts';

const scale = { bestRating: 5, worstRating: 1 } as const;

/** The plain mean, as search engines understand it: https://schema.org/AggregateRating and https://schema.org/Review of a course; nothing of samples. */
export function reviewsJsonLd({ figures, best }: CourseOverview): Readonly<Record<string, unknown>> {
  const { histogram, count } = ratingsOf(figures);
  if (count === 0) return {};
  const mean = histogram.reduce((sum, each, at) => sum + each * (at + 1), 0) / count;
  return {
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: Math.round(mean * 100) / 100,
      ratingCount: count,
      ...scale,
    },
    review: best.filter((review) => !review.isSample).map(reviewOf),
  };
}

/** Without a name where none is shown: schema.org wants an author, so it is said to be anonymous. */
function reviewOf({ author, stars, body, lang, writtenAt }: ShownReview) {
  return {
    '@type': 'Review',
    author: { '@type': 'Person', name: author.kind === 'person' ? author.name : 'Anonymous' },
    datePublished: writtenAt.slice(0, 10),
    ...(body !== null && { reviewBody: body, inLanguage: lang }),
    reviewRating: { '@type': 'Rating', ratingValue: stars, ...scale },
  };
}
