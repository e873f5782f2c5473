import type { PageTemplate } from './page-template.ts';

export const editorialPages: readonly PageTemplate[] = [
  { pattern: '/editor', examples: ['/editor'], as: 'operator' },
];
