import type { PageTemplate } from './page-template.ts';

export const coursesPages: readonly PageTemplate[] = [
  {
    pattern: '/teach/courses/:id/up-to-date',
    examples: ['/teach/courses/{draft}/up-to-date'],
    as: 'operator',
  },
  { pattern: '/teach/courses/:id/diversity', examples: ['/teach/courses/{draft}/diversity'], as: 'operator' },
  { pattern: '/operator/sign-offs', examples: ['/operator/sign-offs'], as: 'operator' },
  { pattern: '/teach', examples: ['/teach', '/teach?all=yes'], as: 'operator' },
  { pattern: '/teach/import', examples: ['/teach/import'], as: 'operator' },
  {
    pattern: '/teach/imports/:id',
    examples: ['/teach/imports/{packageImport}', '/teach/imports/{packageImport}?show=all&page=2'],
    as: 'operator',
  },
  { pattern: '/teach/new', examples: ['/teach/new'], as: 'operator' },
  { pattern: '/teach/courses/:id', examples: ['/teach/courses/{draft}'], as: 'operator' },
  {
    pattern: '/teach/courses/:id/sections/:part',
    examples: ['/teach/courses/{draft}/sections/{draftSection}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/units/:unit',
    examples: ['/teach/courses/{draft}/units/{draftUnit}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/units/:part/settings',
    examples: ['/teach/courses/{draft}/units/{draftUnit}/settings'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/units/:unit/add/:kind',
    examples: [
      '/teach/courses/{draft}/units/{draftUnit}/add/text',
      '/teach/courses/{draft}/units/{draftUnit}/add/assignment',
    ],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/blocks/:block',
    examples: ['/teach/courses/{draft}/blocks/{draftBlock}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/films',
    examples: ['/teach/courses/{draft}/films', '/teach/courses/{draft}/films?block={draftFilm}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/films/:block',
    examples: ['/teach/courses/{draft}/films/{draftFilm}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/films/:block/captions/:lang',
    examples: [
      '/teach/courses/{draft}/films/{draftFilm}/captions/fr',
      '/teach/courses/{draft}/films/{draftFilm}/captions/fr?q=bonjour',
    ],
    as: 'operator',
  },
  { pattern: '/teach/courses/:id/about', examples: ['/teach/courses/{draft}/about'], as: 'operator' },
  { pattern: '/teach/courses/:id/rules', examples: ['/teach/courses/{draft}/rules'], as: 'operator' },
  { pattern: '/teach/courses/:id/archive', examples: ['/teach/courses/{draft}/archive'], as: 'operator' },
  { pattern: '/teach/courses/:id/people', examples: ['/teach/courses/{draft}/people'], as: 'operator' },
  { pattern: '/teach/courses/:id/versions', examples: ['/teach/courses/{draft}/versions'], as: 'operator' },
  {
    pattern: '/teach/courses/:id/versions/:number/restore',
    examples: ['/teach/courses/{draft}/versions/1/restore'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/blocks/:block/history',
    examples: ['/teach/courses/{draft}/blocks/{draftBlock}/history'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/preview/:unit',
    examples: ['/teach/courses/{draft}/preview/{draftUnit}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/units/:unit/reuse',
    examples: ['/teach/courses/{draft}/units/{draftUnit}/reuse'],
    as: 'operator',
  },
  { pattern: '/teach/courses/:id/publish', examples: ['/teach/courses/{draft}/publish'], as: 'operator' },
  {
    pattern: '/teach/courses/:id/review',
    examples: ['/teach/courses/{draft}/review', '/teach/courses/{draft}/review?block={draftBlock}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/export',
    examples: ['/teach/courses/{draft}/export', '/teach/courses/{draft}/export?format=cc'],
    as: 'operator',
  },
  { pattern: '/teach/courses/:id/runs', examples: ['/teach/courses/{draft}/runs'], as: 'operator' },
  { pattern: '/teach/courses/:id/runs/new', examples: ['/teach/courses/{draft}/runs/new'], as: 'operator' },
  {
    pattern: '/teach/courses/:id/runs/open-to-all',
    examples: ['/teach/courses/{draft}/runs/open-to-all'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/runs/:run',
    examples: ['/teach/courses/{draft}/runs/{draftRun}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/runs/:run/cancel',
    examples: ['/teach/courses/{draft}/runs/{draftRun}/cancel'],
    as: 'operator',
  },
  { pattern: '/courses-to-come', examples: ['/courses-to-come'], as: 'visitor' },
  { pattern: '/courses-to-come/:slug', examples: ['/courses-to-come/{toCome}'], as: 'person' },
  {
    pattern: '/teach/courses/:id/production',
    examples: ['/teach/courses/{draft}/production'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/production/page',
    examples: ['/teach/courses/{draft}/production/page'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/production/plan',
    examples: ['/teach/courses/{draft}/production/plan'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/production/money',
    examples: ['/teach/courses/{draft}/production/money'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/production/hours',
    examples: ['/teach/courses/{draft}/production/hours'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/production/hours/:entry',
    examples: ['/teach/courses/{draft}/production/hours/{workEntry}'],
    as: 'operator',
  },
  { pattern: '/teach/courses/:id/banks', examples: ['/teach/courses/{draft}/banks'], as: 'operator' },
  {
    pattern: '/teach/courses/:id/:home{blocks|banks}/:set/questions',
    examples: ['/teach/courses/{draft}/blocks/{draftSet}/questions'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/:home{blocks|banks}/:set/paste',
    examples: ['/teach/courses/{draft}/blocks/{draftSet}/paste'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/:home{blocks|banks}/:set/questions/new/:type',
    examples: [
      '/teach/courses/{draft}/blocks/{draftSet}/questions/new/single',
      '/teach/courses/{draft}/blocks/{draftSet}/questions/new/drag',
    ],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/:home{blocks|banks}/:set/questions/:question',
    examples: ['/teach/courses/{draft}/blocks/{draftSet}/questions/{draftQuestion}'],
    as: 'operator',
  },
];
