import type { PageTemplate } from './page-template.ts';

export const insightsPages: readonly PageTemplate[] = [
  { pattern: '/statistics', examples: ['/statistics'], as: 'person' },
  {
    pattern: '/rankings',
    examples: ['/rankings', '/rankings?kind=followed&language=fr', '/rankings?kind=reviewed&month=2026-10'],
    as: 'person',
  },
];
