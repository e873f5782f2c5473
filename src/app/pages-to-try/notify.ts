import type { PageTemplate } from './page-template.ts';

export const notifyPages: readonly PageTemplate[] = [
  { pattern: '/following', examples: ['/following', '/following?token={followToken}'], as: 'visitor' },
  {
    pattern: '/following/topics/:id',
    examples: ['/following/topics/{following}?token={followToken}'],
    as: 'visitor',
  },
  { pattern: '/following/confirm', examples: ['/following/confirm?token={confirmToken}'], as: 'visitor' },
  { pattern: '/following/stop', examples: ['/following/stop?token={followToken}'], as: 'visitor' },
  { pattern: '/account/news', examples: ['/account/news', '/account/news?page=2'], as: 'person' },
  { pattern: '/account/following', examples: ['/account/following'], as: 'person' },
  {
    pattern: '/account/following/topics/:id',
    examples: ['/account/following/topics/{ownFollowing}'],
    as: 'person',
  },
];
