import { expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testClock, testTools } from '../../../platform/testing/web.ts';
import { refreshCounts } from '../search-courses/refresh-counts.ts';
import { searchCourses } from '../search-courses/search-courses.ts';
import { sampleCommand } from './sample.command.ts';

const database = await testDatabase();
const { db } = database;
const clock = testClock('2026-11-22T09:00:00Z');
const tools = testTools(database, { messages: [], clock });
const silent = () => undefined;
const scene = {
  tools,
  db,
  actor: systemActor('test', clock.now(), tools.ids),
  say: silent,
  progress: silent,
};

it('takes the sample away from the counts of the lists too', async () => {
  expect(await sampleCommand.run(scene, { words: ['install'], options: {} })).toMatchObject({ courses: 334 });
  await refreshCounts(db, clock.now());
  const ask = () =>
    searchCourses(db, { q: '', selection: {}, sort: 'best', page: 1 }, { now: clock.now(), lang: 'fr' });
  expect((await ask()).total).toBe(334);
  expect(await sampleCommand.run(scene, { words: ['remove'], options: {} })).toMatchObject({ removed: 334 });
  expect((await ask()).total).toBe(0);
  expect((await ask()).results).toEqual([]);
}, 60_000);
