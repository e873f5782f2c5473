import type { PageTemplate } from './page-template.ts';

export const assessmentPages: readonly PageTemplate[] = [
  { pattern: '/teach/courses/:id/work', examples: ['/teach/courses/{asked}/work'], as: 'operator' },
  {
    pattern: '/teach/courses/:id/work/:work',
    examples: ['/teach/courses/{asked}/work/{waitingWork}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/questions',
    examples: ['/teach/courses/{asked}/questions', '/teach/courses/{asked}/questions?page=2'],
    as: 'operator',
  },
];
