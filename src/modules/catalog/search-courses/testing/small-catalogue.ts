import { systemActor } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { type Clock, dayOf } from '../../../../platform/time/clock.ts';
import { systemIds } from '../../../../platform/time/ids.ts';
import type { CourseDocument } from '../../course-document/course-document.ts';
import { importCourses } from '../../import-courses/import-courses.ts';

export const testNow = new Date('2026-11-22T09:00:00Z');
const clock: Clock = { now: () => testNow };

/** A course in few words; the key is its title. */
export type TestCourse = Partial<CourseDocument> & { readonly title: string; readonly platform?: string };

/** Imports courses the way every feed goes; each call gives the whole of what its platforms list. */
export async function importTestCourses(db: Db, courses: readonly TestCourse[]): Promise<void> {
  const actor = systemActor('test', testNow, systemIds(clock));
  const slugs = [...new Set(courses.map((course) => course.platform ?? 'demo'))];
  for (const slug of slugs) {
    const documents = courses
      .filter((course) => (course.platform ?? 'demo') === slug)
      .map(({ platform: _platform, ...course }): CourseDocument => ({ key: course.title, ...course }));
    await importCourses(db, actor, {
      input: { location: 'test', open: () => Promise.reject(new Error('no bytes')) },
      format: {
        name: 'test',
        async *read() {
          for (const document of documents) yield { kind: 'course', document, degraded: [] };
        },
      },
      platform: { slug, name: `Platform ${slug}` },
      today: dayOf(testNow),
      partial: true,
    });
  }
}
