import type { PageTemplate } from './page-template.ts';

export const editorialPages: readonly PageTemplate[] = [
  { pattern: '/news', examples: ['/news', '/news?language=fr', '/news?label=nothing'], as: 'person' },
  { pattern: '/news/:slug', examples: ['/news/{news}'], as: 'person' },
  {
    pattern: '/news/:slug/share',
    examples: ['/news/{news}/share?instance=mastodon.social', '/news/{news}/share'],
    as: 'person',
  },
  { pattern: '/events', examples: ['/events', '/events?when=past'], as: 'person' },
  { pattern: '/events/:slug', examples: ['/events/{event}'], as: 'person' },
  { pattern: '/events/seat', examples: ['/events/seat?token={seatToken}'], as: 'visitor' },
  { pattern: '/editor/events', examples: ['/editor/events'], as: 'operator' },
  { pattern: '/editor/events/new', examples: ['/editor/events/new'], as: 'operator' },
  { pattern: '/editor/events/:id', examples: ['/editor/events/{eventId}'], as: 'operator' },
  { pattern: '/editor/events/:id/cancel', examples: ['/editor/events/{eventId}/cancel'], as: 'operator' },
  { pattern: '/editor', examples: ['/editor', '/editor?state=published'], as: 'operator' },
  { pattern: '/editor/articles/:id', examples: ['/editor/articles/{article}'], as: 'operator' },
  {
    pattern: '/editor/articles/:id/preview',
    examples: ['/editor/articles/{article}/preview'],
    as: 'operator',
  },
  {
    pattern: '/editor/articles/:id/history',
    examples: ['/editor/articles/{article}/history'],
    as: 'operator',
  },
  {
    pattern: '/editor/articles/:id/history/:number',
    examples: ['/editor/articles/{article}/history/1'],
    as: 'operator',
  },
  { pattern: '/news/elsewhere', examples: ['/news/elsewhere'], as: 'person' },
  { pattern: '/editor/feeds', examples: ['/editor/feeds'], as: 'operator' },
  { pattern: '/editor/feeds/:id', examples: ['/editor/feeds/{feed}'], as: 'operator' },
  { pattern: '/editor/social', examples: ['/editor/social'], as: 'operator' },
  { pattern: '/editor/social/new', examples: ['/editor/social/new?article={article}'], as: 'operator' },
  { pattern: '/news/letter', examples: ['/news/letter'], as: 'visitor' },
  { pattern: '/news/letter/:week', examples: ['/news/letter/2026-11-23'], as: 'visitor' },
  { pattern: '/editor/letter', examples: ['/editor/letter'], as: 'operator' },
  { pattern: '/editor/labels', examples: ['/editor/labels'], as: 'operator' },
];
