import type { PageTemplate } from './page-template.ts';

export const learningPages: readonly PageTemplate[] = [
  { pattern: '/learn', examples: ['/learn'], as: 'person' },
  { pattern: '/learn/:slug', examples: ['/learn/{taught}'], as: 'person' },
  { pattern: '/learn/:slug/:unit', examples: ['/learn/{taught}/{taughtUnit}'], as: 'person' },
];
