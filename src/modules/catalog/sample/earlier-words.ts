import { addDays } from '../../../platform/time/clock.ts';
import type { CourseDocument, RunDay } from '../course-document/course-document.ts';
import type { SampleCourse } from './expand.ts';

/** So many days before the sample is installed, its sources are said to have said something else of some courses. */
export const earlierByDays = 9;
const everyNth = 5;
/** A week, and ten of whatever the price is in. */
const slippedDays = 7;
const dearerBy = 1000;

/** What some courses of the sample said before, so that a newcomer sees what the log of changes looks like. */
export const earlierWords = (courses: readonly SampleCourse[], today: string): SampleCourse[] =>
  courses
    .filter((_course, place) => place % everyNth === 0)
    .map(({ platform, document }) => ({ platform, document: earlierWord(document, today) }));

function earlierWord(document: CourseDocument, today: string): CourseDocument {
  const before = (day: RunDay): RunDay =>
    day.on > addDays(today, slippedDays) && day.precision === 'day'
      ? { ...day, on: addDays(day.on, -slippedDays) }
      : day;
  return {
    ...document,
    ...(document.runs && {
      runs: document.runs.map((run) => ({ ...run, ...(run.start && { start: before(run.start) }) })),
    }),
    ...(document.costs && {
      costs: document.costs.map((line) =>
        line.amount === 0 ? line : { ...line, amount: line.amount + dearerBy },
      ),
    }),
  };
}
