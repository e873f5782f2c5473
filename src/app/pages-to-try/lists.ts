import type { PageTemplate } from './page-template.ts';

export const listsPages: readonly PageTemplate[] = [
  { pattern: '/lists', examples: ['/lists', '/lists?lang=fr&page=2'], as: 'person' },
  { pattern: '/lists/mine', examples: ['/lists/mine'], as: 'person' },
  { pattern: '/lists/add', examples: ['/lists/add?course={course}'], as: 'person' },
  { pattern: '/lists/take-over', examples: ['/lists/take-over'], as: 'person' },
  { pattern: '/lists/new', examples: ['/lists/new', '/lists/new?plan=yes'], as: 'person' },
  {
    pattern: '/lists/mine/:id',
    examples: ['/lists/mine/{listId}', '/lists/mine/{listId}?q=gestoin'],
    as: 'person',
  },
  { pattern: '/lists/mine/:id/plan', examples: ['/lists/mine/{listId}/plan'], as: 'person' },
  { pattern: '/lists/mine/:id/edit', examples: ['/lists/mine/{listId}/edit'], as: 'person' },
  { pattern: '/lists/mine/:id/share', examples: ['/lists/mine/{listId}/share'], as: 'person' },
  { pattern: '/lists/mine/:id/delete', examples: ['/lists/mine/{listId}/delete'], as: 'person' },
  { pattern: '/lists/shared/:token', examples: ['/lists/shared/{sharedList}'], as: 'person' },
  { pattern: '/lists/:slug', examples: ['/lists/{list}', '/lists/{list}?page=2'], as: 'person' },
  { pattern: '/embed/list/:slug', examples: ['/embed/list/{list}'], as: 'visitor' },
  { pattern: '/lists/:slug/copy', examples: ['/lists/{list}/copy'], as: 'person' },
  { pattern: '/lists/:slug/follow', examples: ['/lists/{list}/follow'], as: 'person' },
  { pattern: '/lists/:slug/report', examples: ['/lists/{list}/report'], as: 'person' },
  {
    pattern: '/operator/lists',
    examples: ['/operator/lists', '/operator/lists?shelf=public', '/operator/lists?shelf=withdrawn'],
    as: 'operator',
  },
  { pattern: '/editor/lists', examples: ['/editor/lists'], as: 'operator' },
];
