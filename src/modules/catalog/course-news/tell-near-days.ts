import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { addDays, dayOf } from '../../../platform/time/clock.ts';
import { announce, followedSubjects } from '../../notify/index.ts';
import { courseTopicKind } from '../follow-course/course-topic.ts';
import { runsOfCourses } from '../resolve-course/changed-runs.queries.ts';
import { daysAhead, daysBack, nearDays } from './near-days.ts';
import { coursesNear, coursesToTell } from './near-days.queries.ts';
import { newsOf } from './news-of-fact.ts';

/** Courses looked at in one transaction. */
const batch = 2000;
export const firstCourse = '00000000-0000-0000-0000-000000000000';

/**
 * Tells the days that come near of the next courses after one; returns the last that was looked at, or undefined at the
 * end. Days of zones far from here may be a day off ours on either side.
 */
export async function tellNearDays(db: Db, actor: Actor, after: string): Promise<string | undefined> {
  const today = dayOf(actor.now);
  const span = { from: addDays(today, -daysBack - 1), to: addDays(today, daysAhead + 1) };
  const near = await coursesNear(db, { ...span, after, most: batch });
  const followed = [...(await followedSubjects(db, courseTopicKind, near))];
  if (followed.length > 0) {
    const courses = new Map((await coursesToTell(db, followed)).map((course) => [course.id, course]));
    const news = (await runsOfCourses(db, followed)).flatMap(({ id, courseId, run }) => {
      const course = courses.get(courseId);
      return course ? nearDays(id, run, actor.now).map((told) => newsOf(course, told)) : [];
    });
    await announce(db, actor, news);
  }
  return near.length === batch ? near.at(-1) : undefined;
}
