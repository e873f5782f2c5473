import type { PageTemplate } from './page-template.ts';

export const appPages: readonly PageTemplate[] = [
  { pattern: '/', examples: ['/'], as: 'person' },
  { pattern: '/operator', examples: ['/operator'], as: 'operator' },
  { pattern: '/transparency', examples: ['/transparency'], as: 'operator' },
  { pattern: '/operator/transparency', examples: ['/operator/transparency'], as: 'operator' },
  { pattern: '/design', examples: ['/design'], as: 'person' },
];
