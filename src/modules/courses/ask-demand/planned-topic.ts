import type { Topic } from '../../notify/index.ts';

export const plannedKind = 'courses.planned';
/** The one news that there is of a course to come: that it is open. */
export const plannedWants = ['opens'] as const;

/** What somebody follows who would take a course. */
export const plannedTopic = (courseId: string): Topic => ({ kind: plannedKind, subject: courseId });

/** Path without language of a course to come. */
export const plannedPath = (slug: string): string => `/courses-to-come/${encodeURIComponent(slug)}`;
