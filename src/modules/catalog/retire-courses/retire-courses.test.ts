import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { actorOn, courses, importing } from '../testing/catalog-stage.ts';
import { storedCourses } from '../testing/stage.queries.ts';
import { retireCourses } from './retire-courses.ts';

const { db } = await testDatabase();

const states = async () => (await storedCourses(db)).map((each) => each.state);
const found = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from catalog.search_entry`.execute(tables(db))).rows[0]
    ?.n;

it('archives what is gone for longer than the grace time, and brings it back when it is listed again', async () => {
  await importing(db, courses(10));
  await importing(db, courses(9), { on: 1 });
  expect(await retireCourses(db, actorOn(30), 30)).toBe(0);
  expect(await retireCourses(db, actorOn(31.5), 30)).toBe(1);
  expect(await retireCourses(db, actorOn(32), 30)).toBe(0);
  expect((await states()).filter((state) => state === 'archived')).toHaveLength(1);
  expect(await found()).toBe(9);
  await importing(db, courses(10), { on: 40 });
  expect((await states()).every((state) => state === 'listed')).toBe(true);
  expect(await found()).toBe(10);
  const kinds = await sql<{
    kind: string;
  }>`select kind from catalog.course_change where kind in ('archived', 'returned')
    order by id`.execute(tables(db));
  expect(kinds.rows.map((row) => row.kind)).toEqual(['archived', 'returned']);
});
