import type { CourseDocument } from '../../src/modules/catalog/course-document/course-document.ts';
import { importCourses } from '../../src/modules/catalog/import-courses/import-courses.ts';
import { systemActor } from '../../src/platform/actor.ts';
import type { Db } from '../../src/platform/db/database.ts';
import { addDays } from '../../src/platform/time/clock.ts';
import { systemIds } from '../../src/platform/time/ids.ts';
import { benchClock, benchSource, deal } from '../catalogue/build.ts';
import { chanceFrom } from '../catalogue/chance.ts';
import { benchCourse, benchDay } from '../catalogue/feed.ts';

/** Four kinds of change in equal parts: a new course, new words, a new price, a new run. */
function changed(number: number, rows: number, place: number): CourseDocument {
  const course = benchCourse(number);
  const other = benchCourse(number + 1_000_000);
  const start = addDays(benchDay, 3 + (number % 60));
  switch (number >= rows ? 0 : 1 + (place % 3)) {
    case 1:
      return { ...course, title: other.title, ...(other.summary ? { summary: other.summary } : {}) };
    case 2:
      return { ...course, costs: [{ kind: 'access', amount: 100 + number, currency: 'EUR' }] };
    case 3:
      return {
        ...course,
        runs: [{ key: 'next', pacing: 'scheduled', start: { on: start, precision: 'day' } }],
      };
    default:
      return course;
  }
}

/** Imports so many changed courses, a quarter of them new, through the platform's own importer. */
export async function changeCourses(db: Db, rows: number, count: number): Promise<void> {
  const added = Math.floor(count / 4);
  const chance = chanceFrom(99);
  const chosen = new Set<number>(Array.from({ length: added }, (_, place) => rows + place));
  while (chosen.size < count) chosen.add(chance.below(rows));
  const actor = systemActor('bench', benchClock.now(), systemIds(benchClock));
  for (const [place, numbers] of deal(rows + added).entries()) {
    const documents = numbers
      .filter((number) => chosen.has(number))
      .map((number, at) => changed(number, rows, at));
    if (documents.length === 0) continue;
    await importCourses(db, actor, {
      ...benchSource(place),
      format: {
        name: 'bench',
        async *read() {
          for (const document of documents) yield { kind: 'course', document, degraded: [] };
        },
      },
      partial: true,
    });
  }
}
