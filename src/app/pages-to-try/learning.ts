import type { PageTemplate } from './page-template.ts';

export const learningPages: readonly PageTemplate[] = [
  { pattern: '/learn', examples: ['/learn'], as: 'person' },
  { pattern: '/learn/:slug', examples: ['/learn/{taught}'], as: 'person' },
  { pattern: '/learn/:slug/:unit', examples: ['/learn/{taught}/{taughtUnit}'], as: 'person' },
  { pattern: '/learn/-/stop-letters', examples: ['/learn/-/stop-letters?token=x'], as: 'visitor' },
  {
    pattern: '/teach/runs/:run/announcements',
    examples: ['/teach/runs/{taughtRun}/announcements'],
    as: 'operator',
  },
  { pattern: '/teach/runs/:run', examples: ['/teach/runs/{taughtRun}'], as: 'operator' },
  {
    pattern: '/teach/runs/:run/people',
    examples: ['/teach/runs/{taughtRun}/people', '/teach/runs/{taughtRun}/people?segment=stuck&q=a'],
    as: 'operator',
  },
  {
    pattern: '/teach/runs/:run/people/:enrolment',
    examples: ['/teach/runs/{taughtRun}/people/{taughtEnrolment}'],
    as: 'operator',
  },
  { pattern: '/teach/courses/:id/to-do', examples: ['/teach/courses/{asked}/to-do'], as: 'operator' },
  { pattern: '/learn/:slug/-/conversation', examples: ['/learn/{taught}/-/conversation'], as: 'person' },
  {
    pattern: '/teach/courses/:id/conversations',
    examples: ['/teach/courses/{talked}/conversations', '/teach/courses/{talked}/conversations?show=all'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/conversations/:enrolment',
    examples: ['/teach/courses/{talked}/conversations/{taughtEnrolment}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/watched',
    examples: ['/teach/courses/{talked}/watched', '/teach/courses/{talked}/watched?run={taughtRun}'],
    as: 'operator',
  },
  {
    pattern: '/teach/courses/:id/watched/:block',
    examples: ['/teach/courses/{talked}/watched/{watchedFilm}'],
    as: 'operator',
  },
  { pattern: '/learn/:slug/-/notes', examples: ['/learn/{taught}/-/notes'], as: 'person' },
  { pattern: '/learn/:slug/-/leave', examples: ['/learn/{taught}/-/leave'], as: 'person' },
  { pattern: '/learn/-/stop-reminders', examples: ['/learn/-/stop-reminders?token=none'], as: 'visitor' },
];
