import type { SurroundCourse } from '../../modules/catalog/index.ts';

/** What reviews, following and lists put on a course's page. At most two statements for all of them. */
export const surroundCourse: SurroundCourse = () => Promise.resolve({});
