import type { PageTemplate } from './page-template.ts';

export const reviewsPages: readonly PageTemplate[] = [
  { pattern: '/reviews/:id/report', examples: ['/reviews/{publishedReview}/report'], as: 'person' },
  { pattern: '/reviews/:id/appeal', examples: ['/reviews/{rejectedReview}/appeal'], as: 'person' },
  {
    pattern: '/operator/reviews',
    examples: ['/operator/reviews', '/operator/reviews?reason=link'],
    as: 'operator',
  },
  { pattern: '/operator/reviews/:id', examples: ['/operator/reviews/{reviewCase}'], as: 'operator' },
  { pattern: '/operator/review-log', examples: ['/operator/review-log'], as: 'operator' },
];
