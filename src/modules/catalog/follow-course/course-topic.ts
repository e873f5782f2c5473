import type { Topic } from '../../notify/index.ts';

/** What one can be told of a course; each news belongs to one of them. */
export const courseWants = ['opens', 'starts', 'closes', 'price', 'new-run', 'change'] as const;
export type CourseWant = (typeof courseWants)[number];

export const courseTopicKind = 'catalog.course';

/** Following a course: by its id, which outlives its address. */
export const courseTopic = (courseId: string): Topic => ({ kind: courseTopicKind, subject: courseId });
