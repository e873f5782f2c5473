import type { PageTemplate } from './page-template.ts';

export const reviewsPages: readonly PageTemplate[] = [
  { pattern: '/courses/:slug/reviews/topics', examples: ['/courses/{course}/reviews/topics'], as: 'person' },
  { pattern: '/reviews/how', examples: ['/reviews/how'], as: 'person' },
  { pattern: '/reviews/:id/report', examples: ['/reviews/{review}/report'], as: 'person' },
  { pattern: '/reviews/:id/appeal', examples: ['/reviews/{rejectedReview}/appeal'], as: 'person' },
  {
    pattern: '/operator/reviews',
    examples: ['/operator/reviews', '/operator/reviews?reason=link'],
    as: 'operator',
  },
  { pattern: '/operator/reviews/:id', examples: ['/operator/reviews/{reviewCase}'], as: 'operator' },
  { pattern: '/operator/proofs', examples: ['/operator/proofs'], as: 'operator' },
  { pattern: '/reviews/:id/proof', examples: ['/reviews/{ownReview}/proof'], as: 'person' },
  { pattern: '/operator/scores', examples: ['/operator/scores'], as: 'operator' },
  { pattern: '/operator/review-log', examples: ['/operator/review-log'], as: 'operator' },
  {
    pattern: '/courses/:slug/reviews',
    examples: [
      '/courses/{course}/reviews',
      '/courses/{course}/reviews?sort=critical&status=dropped&written=fr',
      '/courses/{course}/reviews?sort=proof&page=2',
    ],
    as: 'person',
  },
  { pattern: '/courses/:slug/reviews/new', examples: ['/courses/{course}/reviews/new'], as: 'operator' },
  { pattern: '/reviews/:id', examples: ['/reviews/{review}', '/reviews/{ownReview}'], as: 'person' },
  { pattern: '/reviews/:id/edit', examples: ['/reviews/{ownReview}/edit'], as: 'person' },
  { pattern: '/reviews/:id/withdraw', examples: ['/reviews/{ownReview}/withdraw'], as: 'person' },
  { pattern: '/reviews/:id/answer', examples: ['/reviews/{review}/answer'], as: 'person' },
  { pattern: '/account/reviews', examples: ['/account/reviews'], as: 'person' },
];
