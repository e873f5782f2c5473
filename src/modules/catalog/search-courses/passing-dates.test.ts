import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { JobScene } from '../../../platform/jobs/job.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { refreshAvailabilityJob } from './refresh-availability.job.ts';
import { searchCourses } from './search-courses.ts';
import { importTestCourses } from './testing/small-catalogue.ts';

const { db } = await testDatabase();
const day = (on: string) => ({ on, precision: 'day' as const });
const at = (on: string) => new Date(`${on}T09:00:00Z`);

beforeAll(() =>
  importTestCourses(db, [
    {
      title: 'Winter course',
      runs: [
        {
          key: 'a',
          pacing: 'scheduled',
          start: day('2027-01-12'),
          end: day('2027-02-20'),
          enrolmentEnd: day('2027-01-26'),
        },
      ],
    },
  ]),
);

const stateOn = async (on: string) => {
  const scene = { now: at(on), lang: 'en' as const };
  const found = await searchCourses(db, { q: 'winter', selection: {}, sort: 'best', page: 1 }, scene);
  return found.results[0]?.availability.state;
};

it('lists tell the state of today, even before the nightly job has passed', async () => {
  expect(await stateOn('2026-11-22')).toBe('open-starts-on');
  expect(await stateOn('2027-01-20')).toBe('started-still-open');
  expect(await stateOn('2027-01-27')).toBe('closed-running');
  expect(await stateOn('2027-02-21')).toBe('ended');
});

const openCount = async (on: string) => {
  const scene = { now: at(on), lang: 'en' as const };
  return (await searchCourses(db, { q: '', selection: { start: ['open'] }, sort: 'best', page: 1 }, scene))
    .total;
};

const jobOn = (on: string) => {
  const clock = { now: () => at(on) };
  const actor = systemActor('test', at(on), systemIds(clock));
  return refreshAvailabilityJob.run({ db, actor, signal: new AbortController().signal } as JobScene, {});
};

it('the nightly job moves a course from one flag to the next, once a day', async () => {
  expect(await openCount('2026-11-22')).toBe(1);
  await jobOn('2027-01-27');
  expect(await openCount('2027-01-27')).toBe(0);
  expect(await dueOn(db, '2027-01-27')).toBe(0);
  await jobOn('2027-01-27');
  expect(await openCount('2027-01-27')).toBe(0);
});

async function dueOn(from: Db, on: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from catalog.search_entry
    where changes_on <= ${on}::date`.execute(tables(from));
  return rows[0]?.n ?? -1;
}
